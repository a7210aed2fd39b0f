package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who bought in a window, in the order of their codes: one column a measure.
 *
 * @param members their numbers in this ledger
 */
record Buyers(
    List<String> codes, long[] members, long[] recency, long[] frequency, long[] monetary) {
  /**
   * Asks the ledger. A window of so long ends with the day of {@code asOf}, which counts. Without
   * one the accounts are asked, which are as many as the members, and only where they know more than
   * the moment did, the events.
   *
   * @param window empty for everything that was ever bought
   */
  static Buyers load(Unit unit, AsOf asOf, Optional<Period> window) {
    var until = asOf.moment().toEpochMilli();
    var kept = window.isEmpty() ? Kept.load(unit, until) : Optional.<Bought>empty();
    return kept.orElseGet(() -> Counted.load(unit, from(asOf, window), until)).until(asOf);
  }

  /** The first moment of the window. */
  private static long from(AsOf asOf, Optional<Period> window) {
    return window
        .map(back -> asOf.day().minus(back).plusDays(1).atStartOfDay(asOf.zone()).toInstant())
        .map(start -> start.toEpochMilli())
        .orElse(Long.MIN_VALUE);
  }
}
