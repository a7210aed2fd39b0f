package dev.kopilka.command.accrue;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;

/**
 * Corrects a member's points by hand. Reason and note are mandatory; above the programme's limit
 * the adjustment waits until a second person approves it.
 */
public final class AdjustCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER").optional();
    syntax.option("--points", "±POINTS");
    syntax.option("--reason", "CODE");
    syntax.option("--expires", "DATE");
    syntax.flag("--waiting");
    syntax.option("--approve", "ID");
    syntax.option("--reject", "ID");
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example(
        "kopilka accrue adjust 1001 --points 50 --reason goodwill --note \"late delivery\" --id K-1");
    syntax.example("kopilka accrue adjust --approve K-2 --actor elena");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var waiting = new Waiting(desk, given);
    if (given.flag("--waiting")) return waiting.show();
    if (given.has("--approve")) return waiting.approve(given.text("--approve"));
    if (given.has("--reject")) return waiting.reject(given.text("--reject"));
    for (var name : new String[] {"MEMBER", "--points", "--reason", "--note"}) {
      if (given.text(name).isBlank()) {
        throw new Trouble.Usage(Problem.of("OPTION_MISSING").with("option", name));
      }
    }
    try {
      return new Till(desk).post(basics -> request(desk, given, basics));
    } catch (Trouble.Refused refused) {
      if (refused.refusal() != Refusal.LIMIT_EXCEEDED) throw refused;
      return waiting.propose(basics -> request(desk, given, basics), refused);
    }
  }

  private static Request request(Desk desk, Given given, Basics basics) {
    var asking = new Asking(desk, given, basics);
    var day = asking.day();
    var expires = given.dateOr("--expires", Days.NEVER);
    var facts =
        Facts.NONE
            .withPoints(given.points("--points", basics.pointScale()))
            .withSubject(given.text("--reason"))
            .withTerms(new Terms(day, day, expires));
    if (facts.points() > 0 && expires.isBefore(day)) {
      throw new Trouble.BadInput(
          Problem.of("UNTIL_PAST")
              .with("option", "--expires")
              .with("found", expires)
              .with("day", day));
    }
    return asking.request(EventKind.ADJUSTMENT, facts);
  }
}
