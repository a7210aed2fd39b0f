package dev.kopilka.bulk;

import dev.kopilka.ledger.Joining;
import dev.kopilka.ledger.Joining.Filters;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Requests to take members in. */
public final class MemberBooking implements Booking<Enrolment> {
  private final Vault vault;
  private final ProgrammeHistory programmes;
  private final Pen pen;
  private Optional<Joining> joining = Optional.empty();
  private Optional<Filters> filters = Optional.empty();

  public MemberBooking(Vault vault, ProgrammeHistory programmes, Pen pen) {
    this.vault = vault;
    this.programmes = programmes;
    this.pen = pen;
  }

  @Override
  public List<Answer> book(Unit unit, List<Enrolment> requests) {
    var answers = new ArrayList<Answer>(requests.size());
    if (joining.isEmpty()) {
      joining = Optional.of(new Joining(unit, vault, programmes, pen));
      filters.ifPresent(joining.get()::with);
    }
    for (var joined : joining.get().joinSome(requests)) {
      answers.add(
          switch (joined) {
            case Joining.Joined.Recorded recorded -> new Answer.Recorded(recorded.points());
            case Joining.Joined.Repeated _ -> new Answer.Repeated();
            case Joining.Joined.Refused refused -> new Answer.Refused(refused.problem());
          });
    }
    return answers;
  }

  /** A slice of newcomers is seldom about those of the slice before. */
  @Override
  public boolean isHelped() {
    return true;
  }

  @Override
  public void expect(long rows) {
    filters = rows == 0 ? Optional.empty() : Optional.of(Filters.of(rows));
  }

  @Override
  public void forget() {
    joining = Optional.empty();
  }

  @Override
  public void finish(Unit unit) {
    joining.ifPresent(Joining::finish);
    joining = Optional.empty();
  }
}
