package dev.kopilka.segment.facts;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Rows;
import dev.kopilka.store.rows.MemberRows;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the purchases that stand, for whoever goes through the members in ascending order: accounts
 * go on counting those that {@code import --revert} has undone.
 */
final class Standing {
  private static final Purchases NONE = new Purchases(0, 0);

  private final Map<Long, Long> merged;
  private final Map<Long, Purchases> inherited = new HashMap<>();
  private final Rows rows;
  private boolean isMore;

  /**
   * What a member bought, with the cards that were merged into theirs.
   *
   * @param lastAt in milliseconds since 1970 UTC, 0 for never
   */
  record Purchases(long times, long lastAt) {
    private Purchases with(Purchases other) {
      return new Purchases(times + other.times, Math.max(lastAt, other.lastAt));
    }
  }

  /** The walk ends with the unit. */
  Standing(Unit unit) {
    merged = new MemberRows(unit).merged();
    if (!merged.isEmpty()) inherit(unit);
    rows = rows(unit, 0);
    isMore = rows.next();
  }

  private static Rows rows(Unit unit, long merged) {
    return new Reports(unit).ask("standing_purchases").with("merged", merged).rows();
  }

  /** Merged cards are few, so what was bought with them is read beforehand. */
  private void inherit(Unit unit) {
    try (var cards = rows(unit, 1)) {
      while (cards.next()) {
        var now = cards.row().number(1);
        while (merged.containsKey(now)) now = merged.get(now);
        inherited.merge(now, purchases(cards), Purchases::with);
      }
    }
  }

  private static Purchases purchases(Rows rows) {
    return new Purchases(rows.row().number(2), rows.row().number(3));
  }

  /** Nothing for a card that was merged into another one; members before are passed over. */
  Purchases of(long member) {
    while (isMore && rows.row().number(1) < member) isMore = rows.next();
    if (merged.containsKey(member)) return NONE;
    var theirs = inherited.getOrDefault(member, NONE);
    return isMore && rows.row().number(1) == member ? theirs.with(purchases(rows)) : theirs;
  }
}
