package dev.kopilka.house.docs;

import dev.kopilka.command.Catalogue;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of a README that the commands themselves fill in, each between two markers. */
final class Readme {
  private Readme() {}

  /** The file's text with every table made anew. */
  static String filled(Path file, Words words) {
    try {
      var text = between(Files.readString(file), "commands", commands(words));
      return between(text, "exit-codes", exitCodes(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String between(String text, String name, String table) {
    var start = "<!-- generated: " + name + " -->\n";
    var end = "<!-- end: " + name + " -->";
    var from = text.indexOf(start);
    var to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(
          "a README lacks the markers " + start.strip() + " and " + end);
    }
    return text.substring(0, from + start.length()) + table + text.substring(to);
  }

  private static String commands(Words words) {
    var table = new StringBuilder("| command | |\n|---|---|\n");
    for (var path : Catalogue.paths()) {
      table.append("| `").append(path).append("` | ");
      table.append(words.help(path.replace(' ', '.'))).append(" |\n");
    }
    return table.toString();
  }

  private static String exitCodes(Words words) {
    var table = new StringBuilder("| code | |\n|---|---|\n");
    for (var exit : Exit.values()) {
      table.append("| ").append(exit.code()).append(" | ");
      table.append(words.help("exit." + exit.code())).append(" |\n");
    }
    return table.toString();
  }
}
