package dev.kopilka.bulk;

import dev.kopilka.ledger.Joining;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.vault.Vault;
import java.util.ArrayList;
import java.util.List;

/** Requests to take members in. */
public final class MemberBooking implements Booking<Enrolment> {
  private final Vault vault;
  private final ProgrammeHistory programmes;
  private final Pen pen;

  public MemberBooking(Vault vault, ProgrammeHistory programmes, Pen pen) {
    this.vault = vault;
    this.programmes = programmes;
    this.pen = pen;
  }

  @Override
  public List<Answer> book(Unit unit, List<Enrolment> requests) {
    var answers = new ArrayList<Answer>(requests.size());
    for (var joined : new Joining(unit, vault, programmes, pen).join(requests)) {
      answers.add(
          switch (joined) {
            case Joining.Joined.Recorded recorded -> new Answer.Recorded(recorded.points());
            case Joining.Joined.Repeated _ -> new Answer.Repeated();
            case Joining.Joined.Refused refused -> new Answer.Refused(refused.problem());
          });
    }
    return answers;
  }
}
