package dev.kopilka.store.imports;

import dev.kopilka.store.Unit;

/** The record of imports: what was read into the ledger, when, by whom, and how it went. */
public final class RunRows {
  private static final String BEGIN =
      """
      insert into import_run (run, kind, file, digest, state, started_at, ended_at, actor,
        read, accepted, duplicates, rejected, points)
      select coalesce(max(run), 0) + 1, ?, ?, '', 'running', ?, 0, ?, 0, 0, 0, 0, 0
      from import_run
      """;
  private static final String LAST = "select coalesce(max(run), 0) from import_run";
  private static final String COUNT =
      """
      update import_run
      set state = ?, ended_at = ?, read = ?, accepted = ?, duplicates = ?, rejected = ?, points = ?
      where run = ?
      """;

  private final Unit unit;

  public RunRows(Unit unit) {
    this.unit = unit;
  }

  /** A run as it begins; times are milliseconds since 1970 UTC. */
  public record Begun(String kind, String file, long startedAt, String actor) {}

  /**
   * How far a run is.
   *
   * @param state running, done, partial or stopped
   * @param endedAt when it was so
   */
  public record Counted(
      String state,
      long endedAt,
      long read,
      long accepted,
      long duplicates,
      long rejected,
      long points) {}

  /** Records the run under the next number and answers it. */
  public long begin(Begun run) {
    unit.query(BEGIN)
        .set(1, run.kind())
        .set(2, run.file())
        .set(3, run.startedAt())
        .set(4, run.actor())
        .run();
    try (var row = unit.query(LAST)) {
      row.next();
      return row.number(1);
    }
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
        .set(8, run)
        .run();
  }
}
