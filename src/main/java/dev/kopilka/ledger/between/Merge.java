package dev.kopilka.ledger.between;

import dev.kopilka.ledger.decide.Draws;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.Draw;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Terms;
import dev.kopilka.model.account.Totals;
import dev.kopilka.model.value.Attributes;
import dev.kopilka.model.value.Refusal;
import java.util.List;

/**
 * Two members turn out to be one person. Lots and debt of the source go to the target entry by
 * entry, in pairs, and the higher tier stays; totals go along in the events' attributes. What has
 * lapsed stays behind for the day's close.
 */
public final class Merge {
  /** The rule that entries of a merge name where no lot's rule goes along. */
  static final String MERGE = "merge";

  private final Situation source;
  private final Situation target;
  private final Draft from;
  private final Draft to;

  private Merge(Pen pen, Situation source, Request request) {
    this.source = source;
    this.target = source.counterpart().orElseThrow();
    var totals = source.account().totals();
    var attributes =
        new Attributes(request.facts().attributes()).with(Totals.NAME, totals.text()).text();
    var facts = request.facts().withAttributes(attributes);
    this.from = new Draft(pen, source, request, facts);
    this.to =
        new Draft(
            pen,
            target,
            request.counterpart(target.member().code()),
            facts.withSubject(source.member().code()));
  }

  /** Decides; the request's member is the source, the counterpart the target. */
  public static Decision decide(Pen pen, Situation situation, Request request) {
    if (!situation.account().holds().isEmpty()) {
      return Refuse.because(Refusal.HOLDS_OPEN).with("member", situation.member().code());
    }
    return new Merge(pen, situation, request).post();
  }

  private Decision post() {
    for (var lot : source.account().lots()) {
      if (lot.terms().isLapsed(source.day())) continue;
      var all = new Draw(lot, lot.remaining());
      from.post(Move.drawing(EntryKind.MERGE, MERGE, List.of(all)));
      to.post(Move.credit(EntryKind.MERGE, lot.rule(), lot.remaining(), lot.terms()));
    }
    moveDebt();
    Rank.keepHigher(source, target, to);
    return from.done(to);
  }

  /** The target pays what the source owes as far as it can, and owes the rest. */
  private void moveDebt() {
    var debt = source.account().debt();
    if (debt == 0) return;
    from.post(Move.credit(EntryKind.MERGE, MERGE, debt, Terms.NONE));
    var draws = Draws.fromEarliest(to.account().lots(), debt, target.day());
    to.post(Move.drawing(EntryKind.MERGE, MERGE, draws).owing(debt - Move.sum(draws)));
  }
}
