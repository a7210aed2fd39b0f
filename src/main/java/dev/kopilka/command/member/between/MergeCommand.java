package dev.kopilka.command.member.between;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Attributes;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.MemberRows;
import java.util.Optional;

/** Two members are one person: lots, debt and the higher tier go to the target; the source stays. */
public final class MergeCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("TARGET");
    syntax.option("--reason", "CODE");
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka member merge 1002 1001 --reason two-cards --dry-run");
    syntax.example("kopilka member merge 1002 1001 --reason two-cards --id M-1");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return new Till(desk).post((unit, basics) -> request(unit, basics, desk, given));
  }

  private static Request request(Unit unit, Basics basics, Desk desk, Given given) {
    var target = given.text("TARGET");
    var reason = Plain.code("reason", given.text("--reason"));
    var facts =
        Facts.NONE
            .withSubject(target)
            .withAttributes(Attributes.NONE.with("reason", reason).text());
    var asking = new Asking(desk, given, basics);
    var before = given.has("--id") ? Optional.<Event>empty() : merged(unit, given.text("MEMBER"));
    // Without an id of its own the same merge once more is a retry, and hears the first answer.
    return before
        .filter(merge -> merge.facts().subject().equals(target))
        .map(merge -> new Asking.Named(EventKind.MERGE, merge.key().id(), given.text("MEMBER")))
        .map(named -> asking.request(named, facts))
        .orElseGet(() -> asking.request(EventKind.MERGE, facts));
  }

  /** The merge that the member has behind it. */
  private static Optional<Event> merged(Unit unit, String code) {
    return new MemberRows(unit)
        .byCode(code)
        .filter(member -> member.status() == MemberStatus.MERGED)
        .flatMap(member -> new EventRows(unit).last(member.number(), EventKind.MERGE));
  }
}
