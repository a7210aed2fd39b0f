package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.util.Optional;

/**
 * What everybody bought in all, as the accounts keep it while purchases arrive: no event is read.
 * Merged cards are counted with their members, as the merge has moved what they had.
 */
final class Kept {
  private Kept() {}

  /**
   * Reads the accounts of all buyers.
   *
   * @param until milliseconds since 1970 UTC
   * @return empty where something was returned after that moment, which accounts count too, and
   *     where something was undone
   */
  static Optional<Bought> load(Unit unit, long until) {
    var reports = new Reports(unit);
    if (reports.leaveOut() || reports.ask("last_return").number() > until) return Optional.empty();
    var bought = new Bought(Participants.expected(unit));
    reports.ask("buyers_kept").eachAtOnce(bought::take);
    return Optional.of(bought);
  }

  /**
   * Whether the accounts of these buyers tell what they had bought until that moment. They do not
   * where something was bought after it, which they count too, and where one does not tell when,
   * because it was before 1970.
   */
  static boolean tells(Bought bought, int[] members, long until) {
    for (var member : members) {
      if (bought.lastAt(member) <= 0 || bought.lastAt(member) > until) return false;
    }
    return true;
  }
}
