package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Goods;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.Quote;
import dev.kopilka.ledger.decide.Quotation;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/** Tells what a receipt would take and give; writes nothing. */
public final class QuoteCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    Goods.declare(syntax);
    syntax.option("--points", "POINTS");
    Asking.declareWhere(syntax);
    syntax.option("--at", "DATE|INSTANT");
    syntax.exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.NOT_FOUND, Exit.STORAGE);
    syntax.example("kopilka redeem quote 1001 --amount 1500.00");
    syntax.example("kopilka redeem quote 1001 --amount 1500.00 --points 200 -o json");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    Card card = desk.database().read(unit -> card(unit, desk, given));
    return desk.screen().show(card);
  }

  private static Card card(Unit unit, Desk desk, Given given) {
    var basics = Basics.load(unit);
    var points = given.has("--points") ? given.points("--points", basics.pointScale()) : 0;
    var facts =
        Goods.facts(given, basics).withPoints(points).withWhere(Asking.where(given));
    var named = new Asking.Named(EventKind.PURCHASE, "quote", given.text("MEMBER"));
    var request = new Asking(desk, given, basics).request(named, facts);
    var quote = new Quote(unit, Versions.load(unit), Till.pen(desk)).of(request);
    return card(quote, basics);
  }

  private static Card card(Quotation quote, Basics basics) {
    return Card.of()
        .put("member", quote.member())
        .decimal("amount", quote.amount(), basics.currencyScale())
        .put("max_points", points(quote.maxPoints(), basics))
        .decimal("pays", quote.pays(), basics.currencyScale())
        .put("earns", points(quote.earns(), basics))
        .decimal("discount", quote.discount(), basics.currencyScale())
        .put("tier", Optional.of(quote.tier()).filter(tier -> !tier.isEmpty()));
  }

  private static Object points(long points, Basics basics) {
    return basics.pointScale() == 0 ? points : BigDecimal.valueOf(points, basics.pointScale());
  }
}
