package dev.kopilka.command.till;

import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Line;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import java.util.ArrayList;
import java.util.List;

/** A receipt as it is typed: an amount, or lines of {@code category=…,sku=…,quantity=…,amount=…}. */
public final class Goods {
  private Goods() {}

  public static void declare(Syntax syntax) {
    syntax.option("--amount", "MONEY");
    syntax.option("--line", "category=…,sku=…,quantity=…,amount=MONEY").repeatable();
  }

  /** Amount and lines of the receipt; where both are typed they must agree. */
  public static Facts facts(Given given, Basics basics) {
    var lines = new ArrayList<Line>();
    for (var text : given.list("--line")) lines.add(line(text, basics.currencyScale()));
    var sum = 0L;
    for (var line : lines) sum = Math.addExact(sum, line.amount());
    if (!given.has("--amount") && lines.isEmpty()) {
      throw new Trouble.Usage(Problem.of("AMOUNT_MISSING").with("option", "--amount"));
    }
    var amount = given.moneyOr("--amount", basics.currencyScale(), sum);
    if (amount < 0) {
      throw new Trouble.BadInput(
          Problem.of("AMOUNT_NEGATIVE")
              .with("option", "--amount")
              .with("found", Decimals.text(amount, basics.currencyScale())));
    }
    if (!lines.isEmpty() && amount != sum) {
      throw new Trouble.BadInput(
          Problem.of("AMOUNT_DIFFERS")
              .with("found", Decimals.text(amount, basics.currencyScale()))
              .with("expected", Decimals.text(sum, basics.currencyScale())));
    }
    return Facts.NONE.withAmount(amount).withLines(List.copyOf(lines));
  }

  private static Line line(String text, int scale) {
    var category = "";
    var sku = "";
    var quantity = "";
    var amount = "";
    for (var part : text.split(",")) {
      var equals = part.indexOf('=');
      var value = part.substring(equals + 1).strip();
      switch (equals < 0 ? "" : part.substring(0, equals).strip()) {
        case "category" -> category = value;
        case "sku" -> sku = value;
        case "quantity" -> quantity = value;
        case "amount" -> amount = value;
        default -> throw bad(text);
      }
    }
    if (!quantity.isEmpty() && Decimals.parse(quantity).isEmpty()) throw bad(text);
    var money =
        Decimals.parse(amount)
            .flatMap(number -> Decimals.units(number, scale))
            .orElseThrow(() -> bad(text));
    return new Line(category, sku, quantity, money);
  }

  private static Trouble bad(String text) {
    return new Trouble.BadInput(
        Problem.of("LINE_NOT_UNDERSTOOD").with("option", "--line").with("found", text));
  }
}
