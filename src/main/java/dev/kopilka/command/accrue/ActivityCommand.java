package dev.kopilka.command.accrue;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;

/** Records an activity, such as a visit or a training, and gives what the rules give for it. */
public final class ActivityCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("ACTIVITY");
    Asking.declareWhere(syntax);
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka accrue activity 1001 visit --id A-17");
    syntax.example("kopilka accrue activity 1001 training --id A-18 --staff t-05 --at 2026-03-02");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var facts =
        Facts.NONE
            .withSubject(given.text("ACTIVITY"))
            .withWhere(Asking.where(given))
            .withAttributes(Asking.attributes(given));
    return new Till(desk)
        .post(basics -> new Asking(desk, given, basics).request(EventKind.ACTIVITY, facts));
  }
}
