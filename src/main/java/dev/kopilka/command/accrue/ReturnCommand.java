package dev.kopilka.command.accrue;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import java.util.ArrayList;

/** Takes back what was booked on a returned purchase: all of it, some lines, or an amount. */
public final class ReturnCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("PURCHASE");
    syntax.option("--member", "MEMBER");
    syntax.option("--lines", "NUMBERS");
    syntax.option("--amount", "MONEY");
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka accrue return R-1 --id V-1");
    syntax.example("kopilka accrue return R-2 --id V-2 --lines 1");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    // One purchase may come back in parts, so a return needs an id of its own to be told apart.
    if (!given.has("--id")) {
      throw new Trouble.Usage(Problem.of("ID_MISSING").with("option", "--id"));
    }
    var named = new Asking.Named(EventKind.RETURN, given.text("--id"), given.text("--member"));
    return new Till(desk)
        .post(basics -> new Asking(desk, given, basics).request(named, facts(given, basics)));
  }

  private static Facts facts(Given given, Basics basics) {
    if (given.has("--lines") && given.has("--amount")) {
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "--lines").with("other", "--amount"));
    }
    var facts = Facts.NONE.withReference(given.text("PURCHASE"));
    if (given.has("--lines")) return facts.withSubject(lines(given.text("--lines")));
    if (!given.has("--amount")) return facts;
    var amount = given.money("--amount", basics.currencyScale());
    if (amount <= 0) throw bad("AMOUNT_NOT_POSITIVE", "--amount", given.text("--amount"));
    return facts.withAmount(amount);
  }

  /** Line numbers from 1, each once, in order. */
  private static String lines(String text) {
    var numbers = new ArrayList<String>();
    for (var part : text.split(",", -1)) {
      var number = Decimals.whole(part.strip()).orElse(0L);
      if (number < 1 || number > 100_000 || numbers.contains(String.valueOf(number))) {
        throw bad("LINES_NOT_NUMBERS", "--lines", text);
      }
      numbers.add(String.valueOf(number));
    }
    return String.join(",", numbers);
  }

  private static Trouble bad(String code, String option, String found) {
    return new Trouble.BadInput(Problem.of(code).with("option", option).with("found", found));
  }
}
