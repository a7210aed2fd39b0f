package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Lot;
import dev.kopilka.program.ReturnTerms.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes points back that an event had given: out of the lot that they opened, then, when they are
 * spent, as the programme's return policy says. What lapsed meanwhile is not asked for again.
 */
final class TakingBack {
  /** The reason of entries that take back what no rule gave: balances and adjustments. */
  static final String REVERT = "revert";

  private final Draft draft;
  private final Situation situation;
  private final Booked booked;
  private final boolean ofPurchase;

  /**
   * @param ofPurchase whether goods come back; else a mistake is undone, and what lies untouched in
   *     its own lot goes whatever the policy
   */
  TakingBack(Draft draft, Situation situation, boolean ofPurchase) {
    this.draft = draft;
    this.situation = situation;
    this.booked = situation.about().orElseThrow();
    this.ofPurchase = ofPurchase;
  }

  /** Takes back what makes it {@code until} of the entry's points, of which {@code before} are back. */
  void take(Entry given, long before, long until) {
    // What lapsed in the event's own lot was lost to the member already: all takings together ask
    // for no more than the rest.
    var expired = -booked.corrected(given, EntryKind.EXPIRE);
    var taken = -booked.corrected(given, EntryKind.RETURN);
    var asked = Math.clamp(until - expired - taken, 0, until - before);
    var lapsed = until - before - asked;
    var draws = new ArrayList<Draw>();
    draft
        .account()
        .lot(booked.lotNow(given.seq()))
        .filter(this::mayTake)
        .map(lot -> new Draw(lot, Math.min(asked, lot.remaining())))
        .filter(draw -> draw.points() > 0)
        .ifPresent(draws::add);
    var missing = asked - Move.sum(draws);
    if (missing > 0 && policy() != Policy.PENDING_ONLY) {
      draws.addAll(others(given, missing));
      missing = asked - Move.sum(draws);
    }
    var owed = policy() == Policy.TO_DEBT ? missing : 0;
    draft.lacking(missing - owed + lapsed);
    if (draws.isEmpty() && owed == 0) return;
    var isEarned = given.kind() == EntryKind.EARN;
    var kind = isEarned ? EntryKind.RETURN : EntryKind.ADJUST;
    draft.post(
        Move.drawing(kind, isEarned ? given.rule() : REVERT, draws)
            .owing(owed)
            .correcting(booked.lotNow(given.seq())));
  }

  private boolean mayTake(Lot own) {
    return !ofPurchase
        || policy() != Policy.PENDING_ONLY
        || own.terms().isPending(situation.day());
  }

  private List<Draw> others(Entry given, long points) {
    var own = booked.lotNow(given.seq());
    var others = draft.account().lots().stream().filter(lot -> lot.entry() != own).toList();
    return Draws.fromEarliest(others, points, situation.day());
  }

  private Policy policy() {
    return situation.programme().returns().policy();
  }
}
