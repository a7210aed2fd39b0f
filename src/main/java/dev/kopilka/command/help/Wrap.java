package dev.kopilka.command.help;

import dev.kopilka.screen.format.Width;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces. */
public final class Wrap {
  public static final int WIDTH = 96;

  private Wrap() {}

  /** At least one line, which may be empty. */
  public static List<String> lines(String text, int width) {
    var lines = new ArrayList<String>();
    for (var paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (var word : paragraph.split(" ")) {
        if (!line.isEmpty() && Width.of(line.toString()) + 1 + Width.of(word) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        if (!line.isEmpty()) line.append(' ');
        line.append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
