package dev.kopilka.screen.picture;

import dev.kopilka.screen.Cell;
import dev.kopilka.screen.format.Width;
import java.util.List;

/** A line of little bars for each value of a plot, from its least to its most. */
final class Sparks {
  private static final String LEVELS = "▁▂▃▄▅▆▇█";

  /** The latest ones, so that a line with its name and its ends fits a terminal of 80 columns. */
  private static final int MOST = 40;

  private Sparks() {}

  /** The lines, with an empty one before them; "" where there is no number at all. */
  static String of(Plot plot, List<String> names) {
    var all = plot.points();
    var points = all.subList(Math.max(0, all.size() - MOST), all.size());
    var values = plot.picture().values();
    var width = 0;
    for (var value : values) width = Math.max(width, Width.of(value));
    var text = new StringBuilder("\n");
    for (var i = 0; i < values.size(); i++) {
      var place = plot.picture().axes().size() + i;
      var reading = Reading.of(points, place);
      if (Double.isNaN(reading.least())) continue;
      text.append(Width.padded(values.get(i), width, false)).append("  ");
      for (var number : reading.numbers()) text.append(level(reading, number));
      text.append("  ").append(text(points, reading, place, reading.least())).append(" … ");
      text.append(text(points, reading, place, reading.most())).append('\n');
    }
    return text.length() > 1 ? text.toString() : "";
  }

  private static char level(Reading reading, double number) {
    if (Double.isNaN(number)) return ' ';
    return LEVELS.charAt((int) Math.min(7, Math.floor(reading.part(number) * LEVELS.length())));
  }

  /** The number as the table shows it. */
  private static String text(List<List<Object>> points, Reading reading, int place, double number) {
    for (var i = 0; i < points.size(); i++) {
      if (reading.numbers()[i] == number) return Cell.text(points.get(i).get(place));
    }
    return "";
  }
}
