package dev.kopilka.command.help;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.ArrayList;
import java.util.List;

/** {@code kopilka help}: a page by the words of a command, or one of three tables. */
public final class Help implements Command {
  /** The tables, by the word that asks for them. */
  public static final List<String> TABLES = List.of("exit-codes", "errors", "formats");

  @Override
  public void declare(Syntax syntax) {
    syntax.argument("TOPIC").optional().many();
    syntax
        .example("kopilka help member show")
        .example("kopilka help exit-codes")
        .example("kopilka help errors -o json");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var topic = String.join(" ", given.list("TOPIC"));
    return switch (topic) {
      case "exit-codes" -> desk.screen().show(Tables.exitCodes(desk.words()));
      case "errors" -> desk.screen().show(Tables.errors(desk.words()));
      case "formats" -> desk.screen().show(Tables.formats(desk.words()));
      default -> desk.screen().print(HelpPage.of(known(topic), desk.words()));
    };
  }

  private static String known(String topic) {
    var known = new ArrayList<String>(TABLES);
    known.addAll(Catalogue.heads());
    known.addAll(Catalogue.paths());
    if (topic.isEmpty() || known.contains(topic)) return topic;
    throw new Trouble.Usage(
        Problem.of("TOPIC_UNKNOWN").with("topic", topic).with("nearest", Nearest.to(topic, known)));
  }
}
