package dev.kopilka.command;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line, walked once: the words of the command, the common options wherever they stand,
 * and what is left for the command's own parser. Nothing is loaded for it, so the right command is
 * known before anything is built.
 */
public final class Line {
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> common = new LinkedHashMap<>();
  private final List<String> rest = new ArrayList<>();
  private final List<String> args;
  private Trouble.Usage trouble;
  private int at;

  private Line(List<String> args) {
    this.args = args;
  }

  public static Line of(List<String> args) {
    var line = new Line(args);
    while (line.at < args.size()) line.next();
    return line;
  }

  private void next() {
    var arg = args.get(at++);
    // After `--` nothing is an option; after `__complete` every word is one that is being typed.
    var isTyping = words.equals(List.of("__complete"));
    if (isTyping && !arg.equals("--")) rest.add("--");
    if (isTyping || arg.equals("--")) {
      at--;
      while (at < args.size()) rest.add(args.get(at++));
    } else if (arg.startsWith("--")) {
      longOption(arg);
    } else if (arg.startsWith("-") && arg.length() > 1) {
      shortOptions(arg);
    } else if (isPathOpen()) {
      words.add(arg);
    } else {
      rest.add(arg);
    }
  }

  private boolean isPathOpen() {
    return words.isEmpty() || words.size() == 1 && Catalogue.isNoun(words.getFirst());
  }

  private void longOption(String arg) {
    var equals = arg.indexOf('=');
    var name = Common.name(equals < 0 ? arg : arg.substring(0, equals));
    if (name.isEmpty()) rest.add(arg);
    else if (Common.isFlag(name) && equals < 0) common.put(name, "");
    else if (Common.isFlag(name)) fail("FLAG_TAKES_NO_VALUE", name);
    else if (equals >= 0) common.put(name, arg.substring(equals + 1));
    else takeValue(name);
  }

  /** {@code -q}, {@code -qv}, {@code -o json}, {@code -ojson} or {@code -o=json}. */
  private void shortOptions(String arg) {
    for (var i = 1; i < arg.length(); i++) {
      var name = Common.name("-" + arg.charAt(i));
      if (name.isEmpty()) {
        rest.add(i == 1 ? arg : "-" + arg.substring(i));
        return;
      }
      if (Common.isFlag(name)) {
        common.put(name, "");
        continue;
      }
      var value = arg.substring(i + 1);
      if (value.isEmpty()) takeValue(name);
      else common.put(name, value.startsWith("=") ? value.substring(1) : value);
      return;
    }
  }

  private void takeValue(String name) {
    if (at == args.size()) fail("OPTION_NEEDS_VALUE", name);
    else common.put(name, args.get(at++));
  }

  private void fail(String code, String option) {
    if (trouble == null) trouble = new Trouble.Usage(Problem.of(code).with("option", option));
  }

  /** The words of the command, such as {@code member show}; "" when there are none. */
  public String path() {
    return String.join(" ", words);
  }

  /** What was typed after the command, common options taken out. */
  public List<String> rest() {
    return rest;
  }

  public boolean wantsHelp() {
    return common.containsKey("--help");
  }

  public boolean wantsVersion() {
    return common.containsKey("--version");
  }

  /** The value of a common option, "" for a flag; nothing when it was not typed. */
  Optional<String> common(String name) {
    return Optional.ofNullable(common.get(name));
  }

  /** What is wrong with the common options, if anything. */
  Optional<Trouble.Usage> trouble() {
    return Optional.ofNullable(trouble);
  }
}
