package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.value.Refusal;

/** Undoes a redemption or a capture whole: points to their lots, the unit to stock. */
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
    var draft = new Draft(pen, situation, request, facts);
    var restoring = new Restoring(draft, situation);
    for (var entry : spent.entries()) {
      if (entry.kind() == EntryKind.REDEEM || entry.kind() == EntryKind.CAPTURE) {
        restoring.restore(entry, 0, -entry.points());
      }
    }
    return draft.done();
  }
}
