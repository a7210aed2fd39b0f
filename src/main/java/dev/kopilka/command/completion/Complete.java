package dev.kopilka.command.completion;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.Command;
import dev.kopilka.command.Common;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Parameter;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.help.Help;
import dev.kopilka.command.help.Texts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden {@code __complete WORD…}: what may stand where the last word is being typed, one a
 * line, with a tab and a sentence about it. Nothing at all means that a file name may stand there.
 */
public final class Complete implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("WORD").optional().many();
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var typed = given.list("WORD");
    var last = typed.isEmpty() ? "" : typed.getLast();
    var text = new StringBuilder();
    for (var offer : offers(typed, desk.words())) {
      if (offer.word().startsWith(last)) {
        text.append(offer.word()).append('\t').append(offer.about()).append('\n');
      }
    }
    return desk.screen().print(text.toString());
  }

  private record Offer(String word, String about) {}

  private static List<Offer> offers(List<String> typed, Words words) {
    var before = typed.isEmpty() ? List.<String>of() : typed.subList(0, typed.size() - 1);
    var last = typed.isEmpty() ? "" : typed.getLast();
    var line = dev.kopilka.command.Line.of(before);
    var path = line.path();
    if (path.startsWith("help")) return topics(line.rest(), words);
    var command = Catalogue.command(path);
    var options = new ArrayList<>(Common.options());
    if (command.isPresent()) options.addAll(Syntax.of(path, command.get()).options());
    var previous = before.isEmpty() ? "" : before.getLast();
    for (var option : options) {
      if (takesValue(option, previous)) return choices(option);
    }
    if (last.startsWith("-")) return names(options, new Texts(words, path));
    if (path.isEmpty()) return heads(words);
    if (command.isEmpty()) return verbs(path, words);
    var arguments = Syntax.of(path, command.get()).arguments();
    return arguments.isEmpty() ? List.of() : choices(arguments.getFirst());
  }

  private static boolean takesValue(Parameter option, String typed) {
    var isIt = typed.equals(option.name()) || typed.equals(Common.shortName(option.name()));
    return isIt && !typed.isEmpty() && option.kind() == Parameter.Kind.OPTION;
  }

  private static List<Offer> choices(Parameter parameter) {
    var offers = new ArrayList<Offer>();
    for (var word : parameter.choices()) offers.add(new Offer(word, ""));
    return offers;
  }

  private static List<Offer> names(List<Parameter> options, Texts texts) {
    var offers = new ArrayList<Offer>();
    for (var option : options) offers.add(new Offer(option.name(), texts.about(option)));
    return offers;
  }

  private static List<Offer> heads(Words words) {
    var offers = new ArrayList<Offer>();
    for (var head : Catalogue.heads()) offers.add(new Offer(head, words.help(head)));
    return offers;
  }

  private static List<Offer> verbs(String noun, Words words) {
    var offers = new ArrayList<Offer>();
    for (var verb : Catalogue.verbsOf(noun)) {
      offers.add(new Offer(verb, words.help(noun + "." + verb)));
    }
    return offers;
  }

  private static List<Offer> topics(List<String> before, Words words) {
    if (!before.isEmpty()) return verbs(before.getFirst(), words);
    var offers = new ArrayList<>(heads(words));
    for (var table : Help.TABLES) offers.add(new Offer(table, words.help("help." + table)));
    return offers;
  }
}
