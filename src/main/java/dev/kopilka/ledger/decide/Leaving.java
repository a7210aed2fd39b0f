package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.Draw;
import dev.kopilka.model.EntryKind;
import java.util.List;

/** Closes the account of a member who leaves: holds are released, then every lot lapses. */
final class Leaving {
  private static final String LEFT = "left";

  private Leaving() {}

  static Decision decide(Pen pen, Situation situation, Request request) {
    var draft = new Draft(pen, situation, request, request.facts());
    for (var hold : situation.account().holds()) Holding.release(draft, hold, LEFT);
    for (var lot : draft.account().lots()) {
      draft.post(
          Move.drawing(EntryKind.EXPIRE, LEFT, List.of(new Draw(lot, lot.remaining())))
              .correcting(lot.entry()));
    }
    return draft.done();
  }
}
