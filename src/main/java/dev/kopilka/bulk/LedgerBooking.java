package dev.kopilka.bulk;

import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.List;

/** Requests for the ledger: purchases, returns, activities, balances, redemptions. */
public final class LedgerBooking implements Booking<Request> {
  private final ProgrammeHistory programmes;
  private final Pen pen;

  public LedgerBooking(ProgrammeHistory programmes, Pen pen) {
    this.programmes = programmes;
    this.pen = pen;
  }

  @Override
  public List<Answer> book(Unit unit, List<Request> requests) {
    var answers = new ArrayList<Answer>(requests.size());
    for (var answer : new Posting(unit, programmes, pen).post(requests)) {
      answers.add(
          switch (answer) {
            case dev.kopilka.ledger.Answer.Recorded(var post) ->
                new Answer.Recorded(post.after().balance() - post.before().balance());
            case dev.kopilka.ledger.Answer.Repeated _ -> new Answer.Repeated();
            case dev.kopilka.ledger.Answer.Refused refused ->
                new Answer.Refused(refused.problem());
          });
    }
    return answers;
  }
}
