package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.value.Refusal;
import java.util.Optional;

/** Corrections by hand, and balances brought over from another system. */
final class Adjustment {
  private Adjustment() {}

  static Decision decide(Pen pen, Situation situation, Request request) {
    var points = request.facts().points();
    if (points == 0) return Refuse.because(Refusal.NOTHING_TO_SPEND);
    var available = situation.account().available(situation.day());
    if (available < -points) {
      return Redemption.insufficient(situation, available, -points);
    }
    var limited = limit(pen, situation, request);
    if (limited.isPresent()) return limited.get();
    var draft = new Draft(pen, situation, request, request.facts());
    var reason = request.facts().subject();
    if (points > 0) {
      draft.post(Move.credit(EntryKind.ADJUST, reason, points, request.facts().terms()));
      return draft.done();
    }
    var draws = Draws.fromEarliest(situation.account().lots(), -points, situation.day());
    draft.post(Move.drawing(EntryKind.ADJUST, reason, draws));
    return draft.done();
  }

  /** Above a limit a second person must agree; nobody is their own second person. */
  private static Optional<Refuse> limit(Pen pen, Situation situation, Request request) {
    var terms = situation.programme().adjust();
    var points = Math.abs(request.facts().points());
    if (!request.proposedBy().isEmpty()) {
      return request.proposedBy().equals(pen.actor())
          ? Optional.of(Refuse.because(Refusal.SECOND_PERSON_NEEDED).with("actor", pen.actor()))
          : Optional.empty();
    }
    if (terms.perOperation().isPresent() && points > terms.perOperation().getAsLong()) {
      return exceeded(situation, points, terms.perOperation().getAsLong());
    }
    if (terms.perDay().isEmpty()) return Optional.empty();
    var left =
        Math.max(0, terms.perDay().getAsLong() - situation.counts().adjusted(pen.actor()));
    return points <= left ? Optional.empty() : exceeded(situation, points, left);
  }

  private static Optional<Refuse> exceeded(Situation situation, long points, long limit) {
    var terms = situation.programme().points();
    return Optional.of(
        Refuse.because(Refusal.LIMIT_EXCEEDED)
            .with("asked", terms.counted(points))
            .with("limit", terms.counted(limit)));
  }

  /** An opening balance is a lot with dates of its own. */
  static Decision open(Pen pen, Situation situation, Request request) {
    var facts = request.facts();
    if (facts.points() <= 0) return Refuse.because(Refusal.NOTHING_TO_SPEND);
    var draft = new Draft(pen, situation, request, facts);
    draft.post(
        Move.credit(EntryKind.OPENING, facts.subject(), facts.points(), facts.terms()));
    return draft.done();
  }
}
