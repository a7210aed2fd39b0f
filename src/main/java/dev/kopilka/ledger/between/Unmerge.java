package dev.kopilka.ledger.between;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Terms;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.account.Totals;
import dev.kopilka.model.value.Attributes;
import dev.kopilka.model.value.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes a merge while nothing was spent since: each movement goes back as it came, lots to their
 * own numbers. What lapsed with the target in the meantime has lapsed.
 */
public final class Unmerge {
  private static final String UNMERGE = "unmerge";

  private final Situation source;
  private final Situation target;
  private final Draft from;
  private final Draft to;
  private final List<Pair> pairs;

  /** One movement of the merge as it was posted with the source, and with the target. */
  private record Pair(Entry gone, Entry come) {
    boolean isDebt() {
      return gone.points() > 0;
    }

    /** What the movement settled of a debt of the target, or what the target came to owe by it. */
    long owed() {
      var drawn = Move.sum(come.draws());
      return isDebt() ? gone.points() - drawn : come.points() - come.opened();
    }
  }

  private Unmerge(Pen pen, Situation source, Request request, List<Pair> pairs) {
    this.source = source;
    this.target = source.counterpart().orElseThrow();
    this.pairs = pairs;
    var merge = source.about().orElseThrow().event();
    var moved = new Attributes(merge.facts().attributes()).get(Totals.NAME);
    var facts = request.facts().withSubject(target.member().code());
    this.from =
        new Draft(pen, source, request, facts.withAttributes(attributes(request, moved)));
    this.to =
        new Draft(
            pen,
            target,
            request.counterpart(target.member().code()),
            request
                .facts()
                .withSubject(source.member().code())
                .withAttributes(attributes(request, left(Totals.read(moved)).text())));
  }

  private static String attributes(Request request, String totals) {
    return new Attributes(request.facts().attributes()).with(Totals.NAME, totals).text();
  }

  /** What goes away with the source, and the last purchase that is left to the target. */
  private Totals left(Totals moved) {
    // Not what the merge found there: since then others may have come, gone, or been booked late.
    var counts = target.counts();
    return moved.lastPurchaseAt(
        counts.lastPurchaseWithout(target.member().number(), source.member().number()));
  }

  /** Decides; the request is about the merge, the counterpart the target with its side of it. */
  public static Decision decide(Pen pen, Situation situation, Request request) {
    var merge = situation.about().orElseThrow();
    var target = situation.counterpart().orElseThrow();
    if (situation.member().status() != MemberStatus.MERGED || !merge.followUps().isEmpty()) {
      return Refuse.because(Refusal.ALREADY_UNMERGED).with("id", merge.event().key().id());
    }
    var pairs = pairs(merge, target.about().orElseThrow());
    if (isSpent(target, pairs)) {
      return Refuse.because(Refusal.SPENT_SINCE).with("member", target.member().code());
    }
    return new Unmerge(pen, situation, request, pairs).post();
  }

  private static List<Pair> pairs(Booked merge, Booked other) {
    var gone = moves(merge);
    var come = moves(other);
    var pairs = new ArrayList<Pair>(gone.size());
    for (var i = 0; i < gone.size(); i++) pairs.add(new Pair(gone.get(i), come.get(i)));
    return pairs;
  }

  private static List<Entry> moves(Booked booked) {
    return booked.entries().stream().filter(entry -> entry.kind() == EntryKind.MERGE).toList();
  }

  /** Whether anything that came with the merge was used, or the target used anything at all. */
  private static boolean isSpent(Situation target, List<Pair> pairs) {
    var since = target.about().orElseThrow();
    if (!since.followUps().isEmpty()) return true;
    for (var entry : since.corrections()) {
      var isUse =
          switch (entry.kind()) {
            case REDEEM, CAPTURE, HOLD -> true;
            case TRANSFER, MERGE -> entry.points() < 0;
            default -> false;
          };
      if (isUse) return true;
    }
    return pairs.stream().anyMatch(pair -> !isWhole(target, since, pair));
  }

  private static boolean isWhole(Situation target, Booked since, Pair pair) {
    if (pair.isDebt()) return target.account().debt() == pair.owed();
    var opened = pair.come().opened();
    var left = target.account().lot(pair.come().seq()).map(Lot::remaining).orElse(0L);
    return left - since.corrected(pair.come(), EntryKind.EXPIRE) == opened;
  }

  private Decision post() {
    // The source may get a debt back, which a credit would settle: its lots are whole before.
    for (var pair : pairs) if (!pair.isDebt()) giveBack(pair);
    for (var pair : pairs) if (pair.isDebt()) oweAgain(pair);
    for (var pair : pairs.reversed()) take(pair);
    var moves = target.about().orElseThrow().entries();
    if (!moves.isEmpty()) {
      Rank.takeBack(target, to, moves.getFirst().seq(), moves.getLast().seq());
    }
    return from.done(to);
  }

  /** What is left of it with the target, and what it settled of the target's debt. */
  private long left(Pair pair) {
    return target.account().lot(pair.come().seq()).map(Lot::remaining).orElse(0L) + pair.owed();
  }

  private void giveBack(Pair pair) {
    var points = left(pair);
    if (points == 0) return;
    var lot = pair.gone().draws().getFirst().lot();
    from.post(Move.drawing(EntryKind.UNMERGE, UNMERGE, List.of(new Draw(lot, -points))));
    var now = target.account().lot(pair.come().seq()).map(Lot::terms).orElse(lot.terms());
    if (!now.expiresOn().isAfter(lot.terms().expiresOn())) return;
    // Inactivity was interrupted by what the target did: the lot lives on for as long.
    var terms = new Terms(source.day(), source.day(), now.expiresOn());
    var own = from.account().lot(lot.entry()).orElseThrow();
    from.post(Move.still(EntryKind.EXTEND, lot.rule(), terms, List.of(new Draw(own, 0))));
  }

  private void oweAgain(Pair pair) {
    from.post(
        Move.drawing(EntryKind.UNMERGE, UNMERGE, List.of()).owing(pair.gone().points()));
  }

  private void take(Pair pair) {
    if (pair.isDebt()) {
      var back =
          pair.come().draws().stream().map(d -> new Draw(d.lot(), -d.points())).toList();
      to.post(Move.drawing(EntryKind.UNMERGE, UNMERGE, back).settling(pair.owed()));
      return;
    }
    if (left(pair) == 0) return;
    var draws =
        to.account().lot(pair.come().seq()).stream()
            .filter(lot -> lot.remaining() > 0)
            .map(lot -> new Draw(lot, lot.remaining()))
            .toList();
    to.post(Move.drawing(EntryKind.UNMERGE, UNMERGE, draws).owing(pair.owed()));
  }
}
