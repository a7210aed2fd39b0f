package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.between.Merge;
import dev.kopilka.ledger.between.Transfer;
import dev.kopilka.ledger.between.Unmerge;
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
    if (situation.counterpart().isPresent()) {
      var kind = request.kind().counterpart().orElseThrow();
      unfit = Refuse.first(unfit, standing(situation.counterpart().get(), kind));
    }
    if (unfit.isPresent()) return unfit.get();
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
      case TRANSFER -> Transfer.decide(pen, situation, request);
      case MERGE -> Merge.decide(pen, situation, request);
      case UNMERGE -> Unmerge.decide(pen, situation, request);
      case TIER -> Granting.decide(pen, situation, request);
      case TRANSFER_IN, MERGE_IN, UNMERGE_IN ->
          throw new IllegalStateException("nobody asks for " + request.kind() + " by itself");
    };
  }

  /** Why the member's status does not allow the kind of event, if it does not. */
  private static Optional<Refuse> standing(Situation situation, EventKind kind) {
    var member = situation.member();
    if (isAllowed(member.status(), kind)) return Optional.empty();
    var isBlocked = member.status() == MemberStatus.BLOCKED;
    return Optional.of(
        Refuse.because(isBlocked ? Refusal.MEMBER_BLOCKED : Refusal.MEMBER_LEFT)
            .with("member", member.code()));
  }

  private static boolean isAllowed(MemberStatus status, EventKind kind) {
    return switch (status) {
      case ACTIVE -> true;
      case BLOCKED ->
          switch (kind) {
            // Goods come back and mistakes are mended whatever the shop thinks of the member.
            case RETURN, ADJUSTMENT, OPENING, RELEASE, REVERSAL, LEAVING, UNMERGE, UNMERGE_IN,
                TIER ->
                true;
            case PURCHASE, ACTIVITY, SURVEY, CONTRACT, REDEMPTION, HOLD, CAPTURE, ENROLMENT, TRANSFER,
                TRANSFER_IN, MERGE, MERGE_IN ->
                false;
          };
      case MERGED -> kind == EventKind.UNMERGE;
      case LEFT, ERASED -> false;
    };
  }
}
