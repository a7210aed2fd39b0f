package dev.kopilka.command;

import java.util.ArrayList;
import java.util.List;

/** The options that every command has (DESIGN §4.1), known before any command is. */
public final class Common {
  private static final String[] COLOURS = {"auto", "always", "never"};
  private static final String[] PROGRESS = {"auto", "always", "never", "json"};

  private Common() {}

  /** The long name of a common option however it was typed, or "" when it is none. */
  static String name(String typed) {
    return switch (typed) {
      case "-d", "--db" -> "--db";
      case "-o", "--output" -> "--output";
      case "-q", "--quiet" -> "--quiet";
      case "-v", "--verbose" -> "--verbose";
      case "-h", "--help" -> "--help";
      case "-V", "--version" -> "--version";
      case "--columns", "--lang", "--actor", "--profile", "--config", "--key-file" -> typed;
      case "--password-file", "--password-command" -> typed;
      case "--color", "--progress", "--csv-raw" -> typed;
      default -> "";
    };
  }

  static boolean isFlag(String name) {
    return switch (name) {
      case "--quiet", "--verbose", "--help", "--version", "--csv-raw" -> true;
      default -> false;
    };
  }

  /** The short name of a common option, or "". */
  public static String shortName(String name) {
    return switch (name) {
      case "--db" -> "-d";
      case "--output" -> "-o";
      case "--quiet" -> "-q";
      case "--verbose" -> "-v";
      case "--help" -> "-h";
      case "--version" -> "-V";
      default -> "";
    };
  }

  /** All of them, in the order of the help. */
  public static List<Parameter> options() {
    var options = new ArrayList<Parameter>();
    options.add(option("--db", "PATH|JDBC-URL").defaultsTo("kopilka.db"));
    options.add(option("--output", "FORMAT").among(formats()).defaultsTo("table"));
    options.add(option("--columns", "A,B"));
    options.add(option("--lang", "LANGUAGE").among("en", "ru"));
    options.add(option("--actor", "NAME"));
    options.add(option("--profile", "NAME"));
    options.add(option("--config", "FILE"));
    options.add(option("--key-file", "FILE"));
    options.add(option("--password-file", "FILE"));
    options.add(option("--password-command", "COMMAND"));
    options.add(flag("--quiet"));
    options.add(flag("--verbose"));
    options.add(option("--color", "WHEN").among(COLOURS).defaultsTo("auto"));
    options.add(option("--progress", "WHEN").among(PROGRESS).defaultsTo("auto"));
    options.add(flag("--csv-raw"));
    options.add(flag("--help"));
    return options;
  }

  private static String[] formats() {
    return dev.kopilka.screen.Format.NAMES.toArray(new String[0]);
  }

  private static Parameter option(String name, String label) {
    return new Parameter(Parameter.Kind.OPTION, name, label);
  }

  private static Parameter flag(String name) {
    return new Parameter(Parameter.Kind.FLAG, name, "");
  }
}
