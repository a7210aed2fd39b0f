package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.Totals;
import dev.kopilka.model.value.Attributes;

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
            facts(situation, request)
                .withAmount(returned.amount())
                .withSubject(returned.lineNumbers()));
  }

  /** The facts asked for, and when the member last bought if not then, where nobody bought then. */
  private static Facts facts(Situation situation, Request request) {
    var facts = request.facts();
    var purchase = situation.about().orElseThrow().event();
    var isLast = purchase.occurredAt() == situation.account().totals().lastPurchaseAt();
    if (!isLast || !request.key().source().equals(Key.UNDOING)) return facts;
    var last = situation.counts().lastPurchaseBut(situation.member().number(), purchase);
    var attributes = new Attributes(facts.attributes()).with(Totals.LAST, String.valueOf(last));
    return facts.withAttributes(attributes.text());
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
