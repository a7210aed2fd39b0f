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

/** Spends points, the earliest last good day first. */
public final class PointsCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("POINTS");
    syntax.option("--amount", "MONEY");
    Asking.declareWhere(syntax);
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka redeem points 1001 200 --id S-1");
    syntax.example("kopilka redeem points 1001 200 --id S-2 --amount 1500.00 --store south");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return new Till(desk)
        .post(
            basics ->
                new Asking(desk, given, basics).request(EventKind.REDEMPTION, facts(given, basics)));
  }

  private static Facts facts(Given given, Basics basics) {
    return Facts.NONE
        .withPoints(given.points("POINTS", basics.pointScale()))
        .withAmount(given.moneyOr("--amount", basics.currencyScale(), 0))
        .withWhere(Asking.where(given))
        .withAttributes(Asking.attributes(given));
  }
}
