package dev.kopilka.bulk;

import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.KeyFilter;
import dev.kopilka.store.rows.KeyRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests for the ledger: purchases, returns, activities, balances, redemptions. */
public final class LedgerBooking implements Booking<Request> {
  private final ProgrammeHistory programmes;
  private final Pen pen;
  private Optional<Posting> posting = Optional.empty();
  private Optional<KeyFilter> filter = Optional.empty();

  public LedgerBooking(ProgrammeHistory programmes, Pen pen) {
    this.programmes = programmes;
    this.pen = pen;
  }

  @Override
  public List<Answer> book(Unit unit, List<Request> requests) {
    var answers = new ArrayList<Answer>(requests.size());
    if (posting.isEmpty()) {
      posting = Optional.of(new Posting(unit, programmes, pen));
      filter.ifPresent(posting.get()::with);
    }
    for (var answer : posting.get().postSome(requests)) {
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

  @Override
  public void expect(long rows) {
    filter = rows == 0 ? Optional.empty() : Optional.of(KeyRows.filter(rows));
  }

  @Override
  public void forget() {
    posting = Optional.empty();
  }

  @Override
  public void finish(Unit unit) {
    posting.ifPresent(Posting::finish);
    posting = Optional.empty();
  }

  @Override
  public boolean isFreeOfOthers(LocalDate first, LocalDate last) {
    for (var version : programmes.versions()) {
      for (var rule : version.programme().earn()) {
        if (rule.budget().isEmpty()) continue;
        var valid = rule.valid();
        if (!valid.from().isAfter(last) && !valid.to().isBefore(first)) return false;
      }
    }
    return true;
  }
}
