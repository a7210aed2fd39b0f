package dev.kopilka.store.imports;

import dev.kopilka.model.EntryKind;
import dev.kopilka.store.Listed;
import dev.kopilka.store.Unit;

/** Points that events came to, for many events at once. */
public final class EventSums {
  private static final int NUMBER_BITS = 31;
  private static final String SUM =
      """
      select coalesce(sum(e.points), 0)
      from {numbers} asked
      {join} entry e
        on e.member = asked.value >> 31 and e.event = asked.value & 2147483647 and e.kind = ?
      """;

  private final Unit unit;

  public EventSums(Unit unit) {
    this.unit = unit;
  }

  /** An event as one number; in the order of these numbers they stand in the ledger. */
  public static long place(long member, int number) {
    return member << NUMBER_BITS | number;
  }

  /** The sum over the entries of that kind which the events at these places caused. */
  public long points(long[] places, EntryKind kind) {
    try (var row =
        unit.query(SUM).set(1, Listed.of(places)).set(2, kind.number())) {
      row.next();
      return row.number(1);
    }
  }
}
