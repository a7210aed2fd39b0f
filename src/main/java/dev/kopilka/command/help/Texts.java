package dev.kopilka.command.help;

import dev.kopilka.command.Common;
import dev.kopilka.command.Parameter;
import dev.kopilka.screen.Words;

/**
 * The sentences about one command: its own ({@code member.show.--reveal}), else those of its noun
 * ({@code member.--reveal}), else those that all commands share ({@code common.--reveal}).
 */
public final class Texts {
  private final Words words;
  private final String key;

  public Texts(Words words, String path) {
    this.words = words;
    this.key = path.replace(' ', '.');
  }

  /** What the command does, in a sentence. */
  public String title() {
    return words.help(key);
  }

  /** More about it, or "". */
  public String more() {
    return words.help(key + ".more");
  }

  /** What a parameter means, or "" when nobody has said. */
  public String about(Parameter parameter) {
    var own = words.help(key + "." + parameter.name());
    if (!own.isEmpty()) return own;
    var point = key.indexOf('.');
    var noun = point < 0 ? "" : words.help(key.substring(0, point) + "." + parameter.name());
    return noun.isEmpty() ? words.help("common." + parameter.name()) : noun;
  }

  /** What a parameter means, the words it may be, and its default. */
  public String sentence(Parameter parameter) {
    var sentence = new StringBuilder(about(parameter));
    if (!parameter.choices().isEmpty()) {
      sentence.append(' ').append(words.help("page.choices")).append(' ');
      sentence.append(String.join(", ", parameter.choices())).append('.');
    }
    if (!parameter.defaultText().isEmpty()) {
      sentence.append(' ').append(words.help("page.default")).append(' ');
      sentence.append(parameter.defaultText()).append('.');
    }
    if (parameter.isRepeatable() && parameter.kind() == Parameter.Kind.OPTION) {
      sentence.append(' ').append(words.help("page.repeatable"));
    }
    return sentence.toString();
  }

  /** How a parameter is typed: {@code -d, --db PATH}. */
  public String typed(Parameter parameter) {
    if (parameter.kind() == Parameter.Kind.ARGUMENT) return parameter.label();
    var shortName = Common.shortName(parameter.name());
    var start = shortName.isEmpty() ? "    " : shortName + ", ";
    var end = parameter.label().isEmpty() ? "" : " " + parameter.label();
    return start + parameter.name() + end;
  }
}
