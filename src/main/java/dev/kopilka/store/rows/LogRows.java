package dev.kopilka.store.rows;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Walk;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * The log of what was done to the ledger as a whole or read from it. No personal data: a subject is
 * a code, details are counts and names of things.
 */
public final class LogRows {
  private static final String INSERT =
      """
      insert into log (seq, at, actor, action, subject, details)
      select coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? from log
      """;
  private static final String ALL =
      "select seq, at, actor, action, subject, details from log where seq > ? order by seq";

  private static final String SOME =
      """
      select seq, at, actor, action, subject, details
      from log
      where at >= ? and at < ? and (? = '' or actor = ?) and (? = '' or action = ?)
        and (? = '' or subject = ?)
      order by seq
      """;

  private final Unit unit;

  public LogRows(Unit unit) {
    this.unit = unit;
  }

  /**
   * One line of the log.
   *
   * @param action what was done, such as {@code program apply}
   * @param subject code of what it was done to, empty for the ledger as a whole
   */
  public record Line(
      long seq, long at, String actor, String action, String subject, String details) {}

  /** Appends the line under the next number; the number of the given one is not looked at. */
  public void add(Line line) {
    unit.query(INSERT)
        .set(1, line.at())
        .set(2, line.actor())
        .set(3, line.action())
        .set(4, line.subject())
        .set(5, line.details())
        .run();
  }

  /** Whether nothing was done yet, not even that the ledger was made. */
  public boolean isEmpty() {
    try (var row = unit.query("select 1 from log limit 1")) {
      return !row.next();
    }
  }

  /**
   * Which lines to show; an empty text stands for any.
   *
   * @param from the first millisecond
   * @param to the first millisecond that is too late
   */
  public record Wanted(long from, long to, String actor, String action, String subject) {}

  /** Walks over the wanted lines, oldest first; the walk ends with the unit. */
  public Iterator<Line> walk(Wanted wanted) {
    var query = unit.query(SOME).set(1, wanted.from()).set(2, wanted.to());
    query.set(3, wanted.actor()).set(4, wanted.actor());
    query.set(5, wanted.action()).set(6, wanted.action());
    query.set(7, wanted.subject()).set(8, wanted.subject());
    return new Walk<>(query, LogRows::line);
  }

  private static Line line(Query row) {
    return new Line(
        row.number(1), row.number(2), row.text(3), row.text(4), row.text(5), row.text(6));
  }

  /** Hands over all lines after the given number, oldest first. */
  public void each(long after, Consumer<Line> reader) {
    try (var row = unit.query(ALL).set(1, after)) {
      while (row.next()) {
        reader.accept(line(row));
      }
    }
  }
}
