package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.util.Optional;

/**
 * What everybody bought in all, as the accounts keep it while purchases arrive: no event is read.
 * Merged cards are counted with their members, as the merge has moved what they had.
 */
final class Kept {
  private final Bought bought;
  private final long until;
  private boolean isKnown = true;

  private Kept(Bought bought, long until) {
    this.bought = bought;
    this.until = until;
  }

  /**
   * Reads the accounts of all buyers.
   *
   * @param until milliseconds since 1970 UTC
   * @return empty where something was bought or returned after that moment, which accounts count
   *     too, where something was undone, and where an account does not tell when, because it was
   *     before 1970
   */
  static Optional<Bought> load(Unit unit, long until) {
    var reports = new Reports(unit);
    if (reports.leaveOut() || reports.ask("last_return").number() > until) return Optional.empty();
    var kept = new Kept(Bought.nothing(unit), until);
    reports.ask("buyers_kept").eachAtOnce(kept::take);
    return kept.isKnown ? Optional.of(kept.bought) : Optional.empty();
  }

  private void take(Row row) {
    var place = bought.place(row.number(1));
    if (place < 0) return;
    var last = row.number(2);
    isKnown &= last > 0 && last <= until;
    bought.buy(place, last, row.number(3), row.number(4));
  }
}
