package dev.kopilka.ledger;

import dev.kopilka.ledger.decide.Quotation;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import java.util.List;
import java.util.Optional;

/** Answers what a receipt would take and give; writes nothing. */
public final class Quote {
  private final ProgrammeHistory programmes;
  private final Book book;

  public Quote(Unit unit, ProgrammeHistory programmes, Pen pen) {
    if (programmes.latest().isEmpty()) throw new Trouble.Refused(Refusal.NO_PROGRAMME);
    this.programmes = programmes;
    this.book = new Book(unit, programmes, pen);
  }

  /**
   * The quotation for a purchase that is not recorded.
   *
   * @throws Trouble.Refused when there is no such member or no programme in force on the day
   */
  public Quotation of(Request purchase) {
    book.expect(List.of(purchase));
    var member = book.member(purchase.member());
    if (member.isEmpty()) throw new Trouble.Refused(Refusal.MEMBER_NOT_FOUND);
    var zone = programmes.latest().orElseThrow().programme().zone();
    var day = Posting.day(purchase.occurredAt(), zone);
    var version = programmes.inForceOn(day);
    if (version.isEmpty()) throw new Trouble.Refused(Refusal.NO_PROGRAMME);
    var number = member.get().number();
    var situation =
        new Situation(
            member.get(),
            book.account(number),
            book.history(number),
            version.get(),
            day,
            Optional.empty(),
            book.segments(number),
            book,
            Optional.empty());
    return Quotation.of(situation, purchase);
  }
}
