package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.Draw;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Hold;
import dev.kopilka.model.Terms;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.value.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reserves points until a deadline; exactly one capture or release ends it. */
public final class Holding {
  /** The rule that the release of an overdue hold names. */
  public static final String OVERDUE = "overdue";

  private static final String HOLD = "hold";

  private Holding() {}

  static Decision hold(Pen pen, Situation situation, Request request) {
    var facts = request.facts();
    var refused = Redemption.unfit(situation, facts.points(), facts.amount());
    if (refused.isPresent()) return refused.get();
    var draft = new Draft(pen, situation, request, facts);
    var draws =
        Draws.fromEarliest(situation.account().lots(), facts.points(), situation.day());
    draft.post(Move.still(EntryKind.HOLD, HOLD, facts.terms(), draws));
    return draft.done();
  }

  /** Spends all or a part of what is held; the rest is released by the same event. */
  static Decision capture(Pen pen, Situation situation, Request request) {
    var hold = open(situation);
    if (hold.isEmpty()) return ended(situation);
    if (situation.day().isAfter(hold.get().until())) {
      return Refuse.because(Refusal.HOLD_OVERDUE).with("until", hold.get().until());
    }
    var held = hold.get().points();
    var asked = request.facts().points() == 0 ? held : request.facts().points();
    if (asked > held) {
      var terms = situation.programme().points();
      return Refuse.because(Refusal.CAPTURE_EXCEEDS_HOLD)
          .with("asked", terms.counted(asked))
          .with("held", terms.counted(held));
    }
    var draft = new Draft(pen, situation, request, request.facts().withPoints(asked));
    var draws = parts(situation.account(), hold.get(), asked);
    draft.post(
        Move.drawing(EntryKind.CAPTURE, Redemption.POINTS, draws).correcting(hold.get().entry()));
    draft.account().hold(hold.get().entry()).ifPresent(rest -> release(draft, rest, HOLD));
    return draft.done();
  }

  static Decision release(Pen pen, Situation situation, Request request) {
    var hold = open(situation);
    if (hold.isEmpty()) return ended(situation);
    var draft = new Draft(pen, situation, request, request.facts());
    release(draft, hold.get(), HOLD);
    return draft.done();
  }

  /** Sets all of the hold free again; a lot that lapsed meanwhile dies at the next close. */
  public static void release(Draft draft, Hold hold, String rule) {
    var draws =
        parts(draft.account(), hold, hold.points()).stream()
            .map(draw -> new Draw(draw.lot(), -draw.points()))
            .toList();
    draft.post(
        Move.still(EntryKind.RELEASE, rule, Terms.NONE, draws).correcting(hold.entry()));
  }

  private static List<Draw> parts(Account account, Hold hold, long points) {
    var draws = new ArrayList<Draw>();
    var left = points;
    for (var part : hold.parts()) {
      if (left == 0) break;
      var taken = Math.min(left, part.points());
      draws.add(new Draw(account.lot(part.lot()).orElseThrow(), taken));
      left -= taken;
    }
    return draws;
  }

  private static Optional<Hold> open(Situation situation) {
    return situation.about().stream()
        // A merged member had no open holds: a number that fits is another's.
        .filter(Booked::isOwn)
        .flatMap(booked -> booked.entries().stream())
        .filter(entry -> entry.kind() == EntryKind.HOLD)
        .findFirst()
        .flatMap(entry -> situation.account().hold(entry.seq()));
  }

  private static Refuse ended(Situation situation) {
    var hold = situation.about().orElseThrow().event();
    return Refuse.because(Refusal.HOLD_ENDED).with("id", hold.key().id());
  }
}
