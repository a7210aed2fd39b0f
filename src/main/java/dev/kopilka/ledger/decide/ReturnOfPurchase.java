package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EntryKind;

/**
 * Takes back what was booked on returned goods, not what today's rules would give: the stored
 * points of the lines, or a share in proportion to money; the last return takes the remainder.
 * Points spent on the purchase go back first.
 */
final class ReturnOfPurchase {
  private final Situation situation;
  private final Booked purchase;
  private final Returned returned;
  private final Draft draft;

  private ReturnOfPurchase(Pen pen, Situation situation, Request request, Returned returned) {
    this.situation = situation;
    this.purchase = situation.about().orElseThrow();
    this.returned = returned;
    this.draft =
        new Draft(
            pen,
            situation,
            request,
            request.facts().withAmount(returned.amount()).withSubject(returned.lineNumbers()));
  }

  static Decision decide(Pen pen, Situation situation, Request request) {
    var purchase = situation.about().orElseThrow();
    var returned = Returned.of(purchase, request.facts(), situation.programme().currencyScale());
    if (returned.refuse().isPresent()) return returned.refuse().get();
    return new ReturnOfPurchase(pen, situation, request, returned).post();
  }

  private Decision post() {
    var restoring = new Restoring(draft, situation);
    for (var entry : purchase.entries()) {
      if (entry.kind() != EntryKind.REDEEM) continue;
      var before = returned.dueBefore(entry, -entry.points());
      restoring.restore(entry, before, returned.dueBy(entry, -entry.points()) - before);
    }
    var taking = new TakingBack(draft, situation, true);
    for (var entry : purchase.entries()) {
      if (entry.kind() != EntryKind.EARN) continue;
      var before = returned.dueBefore(entry, entry.points());
      taking.take(entry, before, returned.dueBy(entry, entry.points()));
    }
    return draft.done();
  }
}
