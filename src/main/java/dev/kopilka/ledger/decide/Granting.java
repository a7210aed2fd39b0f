package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.ledger.earn.Tiers;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Refusal;
import java.util.List;

/**
 * A tier given by hand: the member may rise above it and does not fall below it until it is
 * released. The request's subject is the tier, empty for its release.
 */
final class Granting {
  private Granting() {}

  static Decision decide(Pen pen, Situation situation, Request request) {
    var tier = request.facts().subject();
    var ladder = situation.programme().tiers();
    if (ladder.isEmpty() || (!tier.isEmpty() && ladder.get().level(tier).isEmpty())) {
      return Refuse.because(Refusal.TIER_NOT_FOUND).with("tier", tier);
    }
    var tiers = new Tiers(ladder.get(), situation.account(), situation.history());
    if (tier.isEmpty()) return release(pen, situation, request, tiers);
    if (ladder.get().rank(tier) < tiers.rankNow()) {
      return Refuse.because(Refusal.TIER_NOT_HIGHER)
          .with("tier", tier)
          .with("now", ladder.get().levels().get(tiers.rankNow()).code());
    }
    var draft = new Draft(pen, situation, request, request.facts());
    var standings = situation.account().standings();
    var day = situation.day();
    // A day in the past cannot begin a standing before the one that is there already.
    var from =
        standings.isEmpty() || standings.getLast().from().isBefore(day)
            ? day
            : standings.getLast().from();
    draft.post(
        Move.still(EntryKind.GRANT, tier, new Terms(day, from, Days.NEVER), List.of()));
    return draft.done();
  }

  private static Decision release(Pen pen, Situation situation, Request request, Tiers tiers) {
    if (situation.account().granted().isEmpty()) {
      return Refuse.because(Refusal.TIER_NOT_GIVEN).with("member", situation.member().code());
    }
    var next = tiers.released(situation.day());
    var draft = new Draft(pen, situation, request, request.facts());
    var terms = new Terms(situation.day(), next.from(), next.until());
    draft.post(Move.still(EntryKind.REVOKE, next.tier(), terms, List.of()));
    return draft.done();
  }
}
