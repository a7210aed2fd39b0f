package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.account.Totals;
import dev.kopilka.model.value.Attributes;
import dev.kopilka.model.value.Refusal;

/**
 * Undoes an event whole: spent points go back to their lots and the unit to stock, given points are
 * taken back, a correction is corrected. A purchase is undone by its return.
 */
final class Reversal {
  private Reversal() {}

  static Decision decide(Pen pen, Situation situation, Request request) {
    var spent = situation.about().orElseThrow();
    var id = spent.event().key().id();
    if (!spent.followUps(EventKind.REVERSAL).isEmpty()) {
      return Refuse.because(Refusal.ALREADY_REVERSED).with("id", id);
    }
    // The reward whose unit comes back; a capture took none.
    var reward =
        spent.event().kind() == EventKind.REDEMPTION ? spent.event().facts().subject() : "";
    var facts = request.facts().withSubject(reward);
    if (spent.event().kind() == EventKind.ACTIVITY) {
      var attributes = new Attributes(facts.attributes()).with(Totals.UNDONE, "activity");
      facts = facts.withAttributes(attributes.text());
    }
    var draft = new Draft(pen, situation, request, facts);
    var restoring = new Restoring(draft, situation);
    var taking = new TakingBack(draft, situation, false);
    for (var entry : spent.entries()) {
      switch (entry.kind()) {
        case REDEEM, CAPTURE -> restoring.restore(entry, 0, -entry.points());
        case EARN, OPENING -> taking.take(entry, 0, entry.points());
        case ADJUST -> {
          if (entry.points() > 0) taking.take(entry, 0, entry.points());
          else restoring.restore(entry, 0, -entry.points());
        }
        // A tier that was reached and a last good day that moved stay: no points moved by them.
        default -> {}
      }
    }
    return draft.done();
  }
}
