package dev.kopilka.store.member;

import dev.kopilka.model.EntryKind;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.Iterator;

/** One member's entries as an account statement: the order of the ledger, with the events' ids. */
public final class Statement {
  // The day's close posts entries without an event: their event number is 0.
  private static final String LINES =
      """
      select e.seq, e.occurred_at, e.recorded_at, e.kind, e.rule, e.points, e.balance, e.opened,
        e.active_from, e.expires_on, e.corrects, e.version, e.actor, coalesce(v.source, ''),
        coalesce(v.id, '')
      from entry e
      left join event v on v.member = e.member and v.number = e.event
      where e.member = ? and e.occurred_at >= ? and e.occurred_at < ?
      order by e.seq
      """;

  private final Unit unit;

  public Statement(Unit unit) {
    this.unit = unit;
  }

  /**
   * One entry. Times are milliseconds since 1970 UTC.
   *
   * @param terms the lot that it opened; {@link Opened#NOTHING} when it opened none
   * @param event the event that caused it; {@link Cause#CLOSE} when the day's close did
   */
  public record Line(
      int seq,
      long occurredAt,
      long recordedAt,
      EntryKind kind,
      String rule,
      long points,
      long balance,
      Opened terms,
      int corrects,
      int version,
      String actor,
      Cause event) {}

  /** A lot's first and last good day. */
  public record Opened(LocalDate activeFrom, LocalDate expiresOn) {
    public static final Opened NOTHING = new Opened(LocalDate.EPOCH, LocalDate.EPOCH);
  }

  /** An event's external identity. */
  public record Cause(String source, String id) {
    public static final Cause CLOSE = new Cause("", "");
  }

  /** Business times from, inclusive, to, exclusive, in milliseconds since 1970 UTC. */
  public record Between(long from, long to) {
    public static final Between EVER = new Between(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Walks over the entries; the walk ends with the unit. */
  public Iterator<Line> of(long member, Between times) {
    var query = unit.query(LINES).set(1, member).set(2, times.from()).set(3, times.to());
    return new Walk<>(query, Statement::read);
  }

  private static Line read(Query row) {
    var opened = row.number(8) > 0;
    return new Line(
        (int) row.number(1),
        row.number(2),
        row.number(3),
        EntryKind.of((int) row.number(4)),
        row.text(5),
        row.number(6),
        row.number(7),
        opened ? new Opened(day(row, 9), day(row, 10)) : Opened.NOTHING,
        (int) row.number(11),
        (int) row.number(12),
        row.text(13),
        new Cause(row.text(14), row.text(15)));
  }

  private static LocalDate day(Query row, int column) {
    return LocalDate.ofEpochDay(row.number(column));
  }
}
