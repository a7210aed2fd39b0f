package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import java.time.LocalDate;

/** Reserves points until a day; exactly one capture or release ends it. */
public final class HoldCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("POINTS");
    syntax.option("--until", "DATE");
    syntax.option("--amount", "MONEY");
    Asking.declareWhere(syntax);
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka redeem hold 1001 300 --id H-1");
    syntax.example("kopilka redeem hold 1001 300 --id H-2 --until 2026-12-31 --amount 2000.00");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return new Till(desk)
        .post(
            basics -> {
              var asking = new Asking(desk, given, basics);
              return asking.request(EventKind.HOLD, facts(asking.day(), given, basics));
            });
  }

  /** Without a day the hold ends with the day on which it was made. */
  private static Facts facts(LocalDate day, Given given, Basics basics) {
    var until = given.dateOr("--until", day);
    if (until.isBefore(day)) {
      throw new Trouble.BadInput(
          Problem.of("UNTIL_PAST").with("option", "--until").with("found", until).with("day", day));
    }
    return Facts.NONE
        .withPoints(given.points("POINTS", basics.pointScale()))
        .withAmount(given.moneyOr("--amount", basics.currencyScale(), 0))
        .withTerms(new Terms(day, day, until))
        .withWhere(Asking.where(given))
        .withAttributes(Asking.attributes(given));
  }
}
