package dev.kopilka.store.member;

import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.MemberRows;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose a card is now. What was done with a card stays with it when it is merged; who did it is the
 * member who holds the card since. Merged cards are few, so they are held in memory.
 */
public final class Holders {
  private final Map<Long, Long> merged;
  private final Set<Long> several;

  private Holders(Map<Long, Long> merged) {
    this.merged = merged;
    this.several = new HashSet<>(merged.keySet());
    several.addAll(merged.values());
  }

  public static Holders load(Unit unit) {
    return new Holders(new MemberRows(unit).merged());
  }

  /** Whether no card was ever merged, so that every one is a member. */
  public boolean isEmpty() {
    return merged.isEmpty();
  }

  public boolean isMerged(long card) {
    return merged.containsKey(card);
  }

  /** Whether it is one of several cards of somebody. */
  public boolean isOneOfSeveral(long card) {
    return several.contains(card);
  }

  /** The member who has the card; the card itself where it was not merged. */
  public long of(long card) {
    var now = card;
    while (merged.containsKey(now)) now = merged.get(now);
    return now;
  }
}
