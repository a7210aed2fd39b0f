package dev.kopilka.store.imports;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record of imports: what was read into the ledger, when, by whom, and how far it is. */
public final class RunRows {
  private static final String COLUMNS =
      """
      run, kind, file, digest, state, started_at, ended_at, actor, read, accepted, duplicates,
      rejected, points, rejects_bytes, last_member
      """;
  private static final String BEGIN =
      "insert into import_run ("
          + COLUMNS
          + ") select ?, ?, ?, ?, 'running', ?, ?, ?, 0, 0, 0, 0, 0, 0, coalesce(max(member), 0)"
          + " from member";
  private static final String LAST_MEMBER = "select last_member from import_run where run = ?";
  private static final String LAST =
      "select coalesce(max(run), 0), coalesce(max(started_at), 0) from import_run";
  private static final String ONE = "select " + COLUMNS + " from import_run where run = ?";
  private static final String ALL = "select " + COLUMNS + " from import_run order by run";
  private static final String UNFINISHED =
      "select " + COLUMNS + " from import_run where state = 'running' and kind = ? and actor = ?"
          + " and file = ? order by run desc";
  private static final String HOLD =
      "update import_run set ended_at = ? where run = ? and state = 'running' and read = ?";
  private static final String COUNT =
      """
      update import_run
      set state = ?, ended_at = ?, read = ?, accepted = ?, duplicates = ?, rejected = ?, points = ?,
        rejects_bytes = ?
      where run = ?
      """;
  private static final String STATE = "update import_run set state = ?, ended_at = ? where run = ?";

  private final Unit unit;

  public RunRows(Unit unit) {
    this.unit = unit;
  }

  /**
   * What a run is about.
   *
   * @param digest of the file's content and of how it is read
   */
  public record Named(String kind, String file, String digest, String actor) {}

  /**
   * A run; times are milliseconds since 1970 UTC.
   *
   * @param startedAt also when everything was recorded that the run recorded
   * @param lastMember the member with the highest number when it began
   */
  public record Run(long run, Named named, long startedAt, long lastMember, Counted counted) {}

  /**
   * How far a run is.
   *
   * @param state running, done, partial, stopped or reverted
   * @param endedAt when it was so
   * @param rejectsBytes how long the file of rejects was then
   */
  public record Counted(
      String state,
      long endedAt,
      long read,
      long accepted,
      long duplicates,
      long rejected,
      long points,
      long rejectsBytes) {}

  /**
   * Records the run under the next number, at this moment or as soon after it as no other run began:
   * what a run recorded is found by its moment.
   */
  public Run begin(Named named, long now) {
    var run = 0L;
    var startedAt = 0L;
    try (var last = unit.query(LAST)) {
      last.next();
      run = last.number(1) + 1;
      startedAt = Math.max(now, last.number(2) + 1);
    }
    unit.query(BEGIN)
        .set(1, run)
        .set(2, named.kind())
        .set(3, named.file())
        .set(4, named.digest())
        .set(5, startedAt)
        .set(6, startedAt)
        .set(7, named.actor())
        .run();
    return new Run(run, named, startedAt, lastMember(run), new Counted("running", startedAt, 0, 0, 0, 0, 0, 0));
  }

  private long lastMember(long run) {
    try (var row = unit.query(LAST_MEMBER).set(1, run)) {
      row.next();
      return row.number(1);
    }
  }

  public Optional<Run> find(long run) {
    try (var row = unit.query(ONE).set(1, run)) {
      return row.next() ? Optional.of(read(row)) : Optional.empty();
    }
  }

  /** Every run, the oldest first. */
  public List<Run> all() {
    return list(unit.query(ALL));
  }

  /** Runs of the actor over a file of that name that did not come to their end, the latest first. */
  public List<Run> unfinished(Named named) {
    return list(
        unit.query(UNFINISHED).set(1, named.kind()).set(2, named.actor()).set(3, named.file()));
  }

  private static List<Run> list(Query rows) {
    var runs = new ArrayList<Run>();
    try (rows) {
      while (rows.next()) runs.add(read(rows));
    }
    return runs;
  }

  private static Run read(Query row) {
    return new Run(
        row.number(1),
        new Named(row.text(2), row.text(3), row.text(4), row.text(8)),
        row.number(6),
        row.number(15),
        new Counted(
            row.text(5),
            row.number(7),
            row.number(9),
            row.number(10),
            row.number(11),
            row.number(12),
            row.number(13),
            row.number(14)));
  }

  /**
   * Takes the run's row for this transaction if the run is still as far as the caller knows; false
   * when somebody else has moved it on or ended it.
   */
  public boolean hold(long run, long read, long now) {
    return unit.query(HOLD).set(1, now).set(2, run).set(3, read).run() == 1;
  }

  public void count(long run, Counted counted) {
    unit.query(COUNT)
        .set(1, counted.state())
        .set(2, counted.endedAt())
        .set(3, counted.read())
        .set(4, counted.accepted())
        .set(5, counted.duplicates())
        .set(6, counted.rejected())
        .set(7, counted.points())
        .set(8, counted.rejectsBytes())
        .set(9, run)
        .run();
  }

  public void setState(long run, String state, long now) {
    unit.query(STATE).set(1, state).set(2, now).set(3, run).run();
  }
}
