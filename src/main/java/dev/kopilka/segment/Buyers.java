package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Beside;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who bought in a window: one column a measure.
 *
 * @param codes in the order of which they stand; each is empty where codes were not asked for
 * @param members their numbers in this ledger
 */
record Buyers(
    List<String> codes, int[] members, long[] recency, long[] frequency, long[] monetary) {
  /**
   * What is asked of the ledger.
   *
   * @param window of so long, which ends with the day of {@code asOf}, which counts; empty for
   *     everything that was ever bought
   */
  record Question(AsOf asOf, Optional<Period> window) {
    private long until() {
      return asOf.moment().toEpochMilli();
    }

    /** The first moment of the window. */
    private long from() {
      return window
          .map(back -> asOf.day().minus(back).plusDays(1).atStartOfDay(asOf.zone()).toInstant())
          .map(start -> start.toEpochMilli())
          .orElse(Long.MIN_VALUE);
    }
  }

  /**
   * Asks the ledger. Who takes part and what was bought are put together here: a database would take
   * longer to join them. Without a window the accounts are asked, which are as many as the members,
   * and only where they know more than the moment did, the events.
   *
   * @param others who takes part, by a reader that sees the same snapshot
   */
  static Buyers load(Unit unit, Beside<Participants> others, Question asked) {
    var kept = asked.window.isEmpty() ? Kept.load(unit, asked.until()) : Optional.<Bought>empty();
    if (kept.isPresent()) {
      var who = others.get().who(kept.get());
      if (Kept.tells(kept.get(), who.members(), asked.until())) return of(who, kept.get(), asked.asOf);
    }
    var counted = Bought.counted(unit, asked.from(), asked.until());
    return of(others.get().who(counted), counted, asked.asOf);
  }

  /** What these bought, as it is seen on the day. */
  static Buyers of(Participants.Some who, Bought bought, AsOf asOf) {
    var members = who.members();
    return new Buyers(
        who.codes(),
        members,
        bought.recency(members, asOf),
        bought.frequency(members),
        bought.monetary(members));
  }
}
