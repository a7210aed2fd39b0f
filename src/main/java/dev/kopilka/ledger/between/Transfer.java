package dev.kopilka.ledger.between;

import static dev.kopilka.model.value.Refusal.NOTHING_TO_SPEND;
import static dev.kopilka.model.value.Refusal.TRANSFER_LIMIT;
import static dev.kopilka.model.value.Refusal.TRANSFER_NOT_OFFERED;

import dev.kopilka.ledger.decide.Draws;
import dev.kopilka.ledger.decide.Redemption;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.EntryKind;
import java.util.Optional;

/** Gives points to another member: lots go with their dates, the earliest last good day first. */
public final class Transfer {
  /** The rule that the giver's entry names; the taker's lots keep the rule that earned them. */
  private static final String TRANSFER = "transfer";

  private Transfer() {}

  /** Decides; the situation's counterpart is who gets the points. */
  public static Decision decide(Pen pen, Situation situation, Request request) {
    var points = request.facts().points();
    var refused = unfit(situation, points);
    if (refused.isPresent()) return refused.get();
    var taker = situation.counterpart().orElseThrow();
    var giver = situation.member().code();
    var from = new Draft(pen, situation, request, request.facts());
    var to =
        new Draft(
            pen,
            taker,
            request.counterpart(taker.member().code()),
            request.facts().withSubject(giver));
    var draws = Draws.fromEarliest(situation.account().lots(), points, situation.day());
    from.post(Move.drawing(EntryKind.TRANSFER, TRANSFER, draws));
    for (var draw : draws) {
      to.post(
          Move.credit(
              EntryKind.TRANSFER, draw.lot().rule(), draw.points(), draw.lot().terms()));
    }
    return from.done(to);
  }

  private static Optional<Refuse> unfit(Situation situation, long asked) {
    var programme = situation.programme();
    var most = programme.transfer().perMonth();
    if (most.isEmpty()) return Optional.of(Refuse.because(TRANSFER_NOT_OFFERED));
    if (asked <= 0) return Optional.of(Refuse.because(NOTHING_TO_SPEND));
    var available = situation.account().available(situation.day());
    if (asked > available) {
      return Optional.of(Redemption.insufficient(situation, available, asked));
    }
    var given = situation.counts().transferred(situation.member().number(), situation.day());
    var left = Math.max(0, most.getAsLong() - given);
    if (asked <= left) return Optional.empty();
    return Optional.of(
        Refuse.because(TRANSFER_LIMIT)
            .with("asked", programme.points().counted(asked))
            .with("left", programme.points().counted(left)));
  }
}
