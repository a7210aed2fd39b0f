package dev.kopilka.screen.picture;

import java.util.ArrayList;
import java.util.List;

/** A bar for each row of a plot by its first value, to an eighth of a character. */
final class Bars {
  private static final int WIDTH = 20;
  private static final String FULL = "█";
  private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

  private Bars() {}

  /** One text a row, "" where there is no number. Those below zero grow to the left of the others. */
  static List<String> of(Plot plot) {
    var reading = Reading.of(plot.points(), plot.picture().axes().size());
    var low = Math.min(0, reading.least());
    var span = Math.max(0, reading.most()) - low;
    var zero = span > 0 ? (int) Math.round(-low / span * WIDTH) : 0;
    var bars = new ArrayList<String>();
    for (var number : reading.numbers()) {
      bars.add(Double.isNaN(number) || span == 0 ? "" : bar(number / span * WIDTH, zero));
    }
    return bars;
  }

  private static String bar(double length, int zero) {
    if (length < 0) {
      var left = Math.min(zero, (int) Math.round(-length));
      return " ".repeat(zero - left) + FULL.repeat(left);
    }
    var eighths = (int) Math.round(length * 8);
    // The least amount is still to be told from none.
    if (eighths == 0 && length > 0) eighths = 1;
    return " ".repeat(zero) + FULL.repeat(eighths / 8) + EIGHTHS[eighths % 8];
  }
}
