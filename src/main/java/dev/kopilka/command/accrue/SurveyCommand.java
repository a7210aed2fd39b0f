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
import java.util.TreeMap;

/** Records that a member answered a survey, and gives what the rules give for it. */
public final class SurveyCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("SURVEY");
    syntax.option("--score", "NUMBER");
    syntax.option("--answer", "NAME=TEXT").repeatable();
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka accrue survey 1001 nps --score 9 --id N-17");
    syntax.example("kopilka accrue survey 1001 nps --answer \"why=the staff\" --at 2026-03-02");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var facts = Facts.survey(given.text("SURVEY"), score(given));
    // In their own words, as an import keeps them: beside the chain.
    var said = said(given);
    return new Till(desk)
        .post(
            basics -> {
              var request = new Asking(desk, given, basics).request(EventKind.SURVEY, facts);
              return said.isEmpty() ? request : request.noted(said);
            });
  }

  /** The score as an import writes it. */
  private static String score(Given given) {
    if (!given.has("--score")) return "";
    var number = Decimals.parse(given.text("--score"));
    if (number.isEmpty()) {
      throw new Trouble.BadInput(
          Problem.of("ARGUMENT_NOT_NUMBER")
              .with("option", "--score")
              .with("found", given.text("--score")));
    }
    var plain = number.get();
    return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
  }

  private static String said(Given given) {
    var said = new TreeMap<String, String>();
    for (var answer : given.list("--answer")) {
      var equals = answer.indexOf('=');
      if (equals < 1 || answer.indexOf('\n') >= 0) {
        throw new Trouble.BadInput(
            Problem.of("ATTRIBUTE_NOT_PAIR").with("option", "--answer").with("found", answer));
      }
      said.put(answer.substring(0, equals), answer.substring(equals + 1));
    }
    if (!said.isEmpty() && given.has("--note")) said.put("note", given.text("--note"));
    return Facts.lines(said);
  }
}
