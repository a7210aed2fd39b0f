package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Lot;
import dev.kopilka.program.ReturnTerms.Policy;
import java.util.ArrayList;
import java.util.List;

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
    for (var entry : purchase.entries()) {
      if (entry.kind() == EntryKind.EARN) takeBack(entry);
    }
    return draft.done();
  }

  private void takeBack(Entry earned) {
    var before = returned.dueBefore(earned, earned.points());
    var until = returned.dueBy(earned, earned.points());
    // What lapsed in the purchase's own lot was lost to the member already: all returns together
    // ask for no more than the rest.
    var expired = -purchase.corrected(earned, EntryKind.EXPIRE);
    var taken = -purchase.corrected(earned, EntryKind.RETURN);
    var asked = Math.clamp(until - expired - taken, 0, until - before);
    var lapsed = until - before - asked;
    var draws = new ArrayList<Draw>();
    draft
        .account()
        .lot(purchase.lotNow(earned.seq()))
        .filter(this::mayTake)
        .map(lot -> new Draw(lot, Math.min(asked, lot.remaining())))
        .filter(draw -> draw.points() > 0)
        .ifPresent(draws::add);
    var missing = asked - Move.sum(draws);
    if (missing > 0 && policy() != Policy.PENDING_ONLY) {
      draws.addAll(others(earned, missing));
      missing = asked - Move.sum(draws);
    }
    var owed = policy() == Policy.TO_DEBT ? missing : 0;
    draft.lacking(missing - owed + lapsed);
    if (draws.isEmpty() && owed == 0) return;
    draft.post(
        Move.drawing(EntryKind.RETURN, earned.rule(), draws)
            .owing(owed)
            .correcting(purchase.lotNow(earned.seq())));
  }

  private boolean mayTake(Lot own) {
    return policy() != Policy.PENDING_ONLY || own.terms().isPending(situation.day());
  }

  private List<Draw> others(Entry earned, long points) {
    var own = purchase.lotNow(earned.seq());
    var others = draft.account().lots().stream().filter(lot -> lot.entry() != own).toList();
    return Draws.fromEarliest(others, points, situation.day());
  }

  private Policy policy() {
    return situation.programme().returns().policy();
  }
}
