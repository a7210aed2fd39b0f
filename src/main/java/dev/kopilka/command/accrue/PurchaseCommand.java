package dev.kopilka.command.accrue;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Goods;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;

/** Records a receipt and gives what the rules give for it. */
public final class PurchaseCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    Goods.declare(syntax);
    syntax.option("--points-paid", "POINTS");
    syntax.option("--discount", "MONEY");
    Asking.declareWhere(syntax);
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka accrue purchase 1001 --id R-1 --amount 1500.00");
    syntax.example(
        "kopilka accrue purchase 1001 --id R-2 --store south --points-paid 100"
            + " --line category=coffee,sku=A1,quantity=2,amount=360.00"
            + " --line category=bakery,amount=140.00");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return new Till(desk)
        .post(
            basics ->
                new Asking(desk, given, basics).request(EventKind.PURCHASE, facts(given, basics)));
  }

  private static Facts facts(Given given, Basics basics) {
    var points = given.has("--points-paid") ? given.points("--points-paid", basics.pointScale()) : 0;
    return Goods.facts(given, basics)
        .withDiscount(given.moneyOr("--discount", basics.currencyScale(), 0))
        .withPoints(points)
        .withWhere(Asking.where(given))
        .withAttributes(Asking.attributes(given));
  }
}
