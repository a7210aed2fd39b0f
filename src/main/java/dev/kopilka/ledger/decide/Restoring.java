package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives spent points back to their own lots with their own last good day. What has lapsed meanwhile
 * lives on in a new lot for as long as the programme says, or is lost.
 */
final class Restoring {
  private final Draft draft;
  private final Situation situation;

  Restoring(Draft draft, Situation situation) {
    this.draft = draft;
    this.situation = situation;
  }

  /** Gives back so many of the points that the entry had spent, of which some may be back already. */
  void restore(Entry spent, long before, long points) {
    var back = new ArrayList<Draw>();
    var lapsed = 0L;
    for (var draw : part(spent.draws(), before, points)) {
      var lot = isOwn() ? draft.account().lot(draw.lot().entry()).orElse(draw.lot()) : draw.lot();
      if (lot.terms().isLapsed(situation.day())) lapsed += draw.points();
      else back.add(new Draw(lot, draw.points()));
    }
    if (isOwn()) putBack(spent, back);
    else reopen(spent, back);
    revive(spent, lapsed);
  }

  private boolean isOwn() {
    return situation.about().filter(about -> !about.isOwn()).isEmpty();
  }

  /**
   * The lots are those of a member who was merged since: what was spent from them did not come
   * along and opens lots with their dates. A debt has its part of those that would be drawn last.
   */
  private void reopen(Entry spent, List<Draw> back) {
    for (var draw : back.reversed()) {
      var lot = draw.lot();
      draft.post(Move.credit(kind(spent), lot.rule(), draw.points(), lot.terms()));
    }
  }

  /** The slice of the draws that begins after the points given back before. */
  private static List<Draw> part(List<Draw> draws, long before, long points) {
    var part = new ArrayList<Draw>();
    var skip = before;
    var left = points;
    for (var draw : draws) {
      var skipped = Math.min(skip, draw.points());
      skip -= skipped;
      var taken = Math.min(left, draw.points() - skipped);
      left -= taken;
      if (taken > 0) part.add(new Draw(draw.lot(), taken));
    }
    return part;
  }

  /** A debt has its part first, taken from the lots that would be drawn last. */
  private void putBack(Entry spent, List<Draw> back) {
    var points = Move.sum(back);
    if (points == 0) return;
    var settled = Math.min(draft.account().debt(), points);
    var kept = part(back, 0, points - settled);
    var draws = kept.stream().map(draw -> new Draw(draw.lot(), -draw.points())).toList();
    draft.post(
        Move.drawing(kind(spent), rule(spent), draws)
            .settling(settled)
            .correcting(spent.seq()));
  }

  private void revive(Entry spent, long lapsed) {
    if (lapsed == 0) return;
    var grace = situation.programme().returns().restoreFor();
    if (grace.isEmpty()) {
      draft.lacking(lapsed);
      return;
    }
    var day = situation.day();
    var terms = new Terms(day, day, day.plus(grace.get()));
    draft.post(
        Move.credit(kind(spent), rule(spent), lapsed, terms)
            .correcting(isOwn() ? spent.seq() : 0));
  }

  /** What an adjustment took was never spent, so it does not come back as something spent. */
  private static EntryKind kind(Entry spent) {
    return spent.kind() == EntryKind.ADJUST ? EntryKind.ADJUST : EntryKind.RESTORE;
  }

  private static String rule(Entry spent) {
    return spent.kind() == EntryKind.ADJUST ? TakingBack.REVERT : spent.rule();
  }
}
