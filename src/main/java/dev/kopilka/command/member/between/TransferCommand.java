package dev.kopilka.command.member.between;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;

/** Gives a member's points to another member; lots keep their dates. */
public final class TransferCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("TO");
    syntax.argument("POINTS");
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka member transfer 1001 1002 300 --id T-1");
    syntax.example("kopilka member transfer 1001 1002 300 --dry-run");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return new Till(desk)
        .post(
            basics ->
                new Asking(desk, given, basics)
                    .request(
                        EventKind.TRANSFER,
                        Facts.NONE
                            .withPoints(given.points("POINTS", basics.pointScale()))
                            .withSubject(given.text("TO"))));
  }
}
