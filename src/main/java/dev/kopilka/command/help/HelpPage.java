package dev.kopilka.command.help;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.Command;
import dev.kopilka.command.Common;
import dev.kopilka.command.Parameter;
import dev.kopilka.command.Syntax;
import dev.kopilka.screen.Words;
import java.util.ArrayList;
import java.util.List;

/** One help page as text: of everything, of a noun, or of a command. */
public final class HelpPage {
  private static final int MARGIN = 2;
  private static final int WIDEST = 30;

  private final Words words;
  private final StringBuilder page = new StringBuilder();

  private HelpPage(Words words) {
    this.words = words;
  }

  /** The page of that path; "" is the page of everything. The path must be known. */
  public static String of(String path, Words words) {
    var help = new HelpPage(words);
    if (path.isEmpty()) help.everything();
    else if (Catalogue.isNoun(path)) help.noun(path);
    else Catalogue.command(path).ifPresent(command -> help.command(path, command));
    return help.page.toString();
  }

  private void everything() {
    paragraph(words.help("kopilka"));
    usage("kopilka [" + words.help("page.options") + "] " + words.help("page.command"));
    heading("page.commands");
    var entries = new ArrayList<String[]>();
    for (var head : Catalogue.heads()) entries.add(new String[] {head, words.help(head)});
    entries(entries);
    commonOptions();
    heading("page.examples");
    for (var example : words.help("kopilka.examples").split("\n")) line("  " + example);
    line("");
    line(words.help("page.more"));
  }

  private void noun(String noun) {
    paragraph(words.help(noun));
    usage("kopilka " + noun + " " + words.help("page.command"));
    heading("page.commands");
    var entries = new ArrayList<String[]>();
    for (var verb : Catalogue.verbsOf(noun)) {
      entries.add(new String[] {verb, words.help(noun + "." + verb)});
    }
    entries(entries);
    line("");
    line(words.help("page.more"));
  }

  private void command(String path, Command command) {
    var syntax = Syntax.of(path, command);
    var texts = new Texts(words, path);
    paragraph(texts.title());
    usage(usageOf(syntax, words));
    if (!texts.more().isEmpty()) paragraph(texts.more());
    parameters("page.arguments", syntax.arguments(), texts);
    parameters("page.own-options", syntax.options(), texts);
    commonOptions();
    heading("page.examples");
    for (var example : syntax.examples()) line("  " + example);
    heading("page.exits");
    var exits = new ArrayList<String[]>();
    for (var exit : syntax.exits()) {
      exits.add(new String[] {"" + exit.code(), words.help("exit." + exit.code())});
    }
    entries(exits);
  }

  /** The line that shows what may be typed. */
  public static String usageOf(Syntax syntax, Words words) {
    var usage = new StringBuilder("kopilka ").append(syntax.path());
    for (var option : syntax.options()) {
      if (option.isRequired())
        usage.append(' ').append(option.name()).append(' ').append(option.label());
    }
    usage.append(" [").append(words.help("page.options")).append(']');
    for (var argument : syntax.arguments()) {
      var dots = argument.isRepeatable() ? "…" : "";
      var label = argument.label() + dots;
      usage.append(' ').append(argument.isRequired() ? label : "[" + label + "]");
    }
    return usage.toString();
  }

  private void parameters(String heading, List<Parameter> parameters, Texts texts) {
    if (parameters.isEmpty()) return;
    heading(heading);
    var entries = new ArrayList<String[]>();
    for (var parameter : parameters) {
      entries.add(new String[] {texts.typed(parameter), texts.sentence(parameter)});
    }
    entries(entries);
  }

  private void commonOptions() {
    parameters("page.common-options", Common.options(), new Texts(words, "common"));
  }

  private void usage(String usage) {
    line(words.help("page.usage") + " " + usage);
    line("");
  }

  private void heading(String key) {
    if (!page.toString().endsWith("\n\n")) line("");
    line(words.help(key));
  }

  private void paragraph(String text) {
    for (var line : Wrap.lines(text, Wrap.WIDTH)) line(line);
    line("");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** Two columns: what is typed, and a sentence about it, wrapped under itself. */
  private void entries(List<String[]> entries) {
    var width = 0;
    for (var entry : entries) {
      if (entry[0].length() <= WIDEST) width = Math.max(width, entry[0].length());
    }
    var indent = MARGIN + width + 2;
    for (var entry : entries) {
      var first = " ".repeat(MARGIN) + entry[0];
      var lines = Wrap.lines(entry[1], Wrap.WIDTH - indent);
      if (entry[0].length() > width) line(first);
      else
        line((first + " ".repeat(indent - first.length()) + lines.removeFirst()).stripTrailing());
      for (var more : lines) line(" ".repeat(indent) + more);
    }
  }
}
