package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Refusal;
import java.util.Optional;

/** Picks the decider of a request, after asking what every kind has in common. */
public final class Deciders {
  private Deciders() {}

  /** Decides the request. The situation's member is the request's. */
  public static Decision decide(Pen pen, Situation situation, Request request) {
    var unfit = standing(situation, request.kind());
    if (unfit.isPresent()) return unfit.get().with("member", situation.member().code());
    return switch (request.kind()) {
      case PURCHASE, ACTIVITY, ENROLMENT, SURVEY, CONTRACT ->
          Accrual.decide(pen, situation, request);
      case RETURN -> ReturnOfPurchase.decide(pen, situation, request);
      case ADJUSTMENT -> Adjustment.decide(pen, situation, request);
      case OPENING -> Adjustment.open(pen, situation, request);
      case REDEMPTION -> Redemption.decide(pen, situation, request);
      case HOLD -> Holding.hold(pen, situation, request);
      case CAPTURE -> Holding.capture(pen, situation, request);
      case RELEASE -> Holding.release(pen, situation, request);
      case REVERSAL -> Reversal.decide(pen, situation, request);
      case LEAVING -> Leaving.decide(pen, situation, request);
    };
  }

  /** Why the member's status does not allow the kind of event, if it does not. */
  private static Optional<Refuse> standing(Situation situation, EventKind kind) {
    var status = situation.member().status();
    if (status == MemberStatus.ACTIVE) return Optional.empty();
    if (status == MemberStatus.BLOCKED) {
      return switch (kind) {
        // Goods come back and mistakes are mended whatever the shop thinks of the member.
        case RETURN, ADJUSTMENT, OPENING, RELEASE, REVERSAL, LEAVING -> Optional.empty();
        case PURCHASE, ACTIVITY, SURVEY, CONTRACT, REDEMPTION, HOLD, CAPTURE, ENROLMENT ->
            Optional.of(Refuse.because(Refusal.MEMBER_BLOCKED));
      };
    }
    return Optional.of(Refuse.because(Refusal.MEMBER_LEFT));
  }
}
