package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;

/** Spends what a hold reserved, all or a part; the rest is released. */
public final class CaptureCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("HOLD");
    syntax.option("--points", "POINTS");
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka redeem capture H-1");
    syntax.example("kopilka redeem capture H-2 --points 200");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    // A hold is captured once, so its id serves the capture too and a retry finds the first one.
    var named =
        new Asking.Named(EventKind.CAPTURE, given.textOr("--id", given.text("HOLD")), "");
    return new Till(desk)
        .post(basics -> new Asking(desk, given, basics).request(named, facts(given, basics)));
  }

  private static Facts facts(Given given, Basics basics) {
    var points = given.has("--points") ? given.points("--points", basics.pointScale()) : 0;
    return Facts.NONE.withReference(given.text("HOLD")).withPoints(points);
  }
}
