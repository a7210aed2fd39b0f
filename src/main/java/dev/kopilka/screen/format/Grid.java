package dev.kopilka.screen.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture of text: named rows and columns, and in each box a few lines, on a colour where the
 * reader sees colours.
 */
public record Grid(List<String> columns, List<Line> rows) {
  private static final String GAP = "  ";

  /** A row's name and its boxes, one for each column. */
  public record Line(String name, List<Box> boxes) {}

  /**
   * What stands in a box.
   *
   * @param colour of the ground, a number of the 256 of a terminal; the text is black
   */
  public record Box(List<String> lines, int colour) {}

  /** The whole picture, a line feed after each line. */
  public String drawn(boolean hasColour) {
    var widths = widths();
    var picture = new StringBuilder();
    var heading = new ArrayList<String>();
    heading.add("");
    heading.addAll(columns);
    picture.append(line(heading, widths, hasColour ? "\u001b[1m" : "")).append('\n');
    for (var row : rows) {
      var height = 0;
      for (var box : row.boxes()) height = Math.max(height, box.lines().size());
      for (var i = 0; i < height; i++) picture.append(line(row, i, widths, hasColour)).append('\n');
      picture.append('\n');
    }
    return picture.toString();
  }

  /** The width of the names of rows, then that of each column. */
  private int[] widths() {
    var widths = new int[columns.size() + 1];
    for (var i = 0; i < columns.size(); i++) widths[i + 1] = width(columns.get(i));
    for (var row : rows) {
      widths[0] = Math.max(widths[0], width(row.name()));
      for (var i = 0; i < columns.size(); i++) {
        for (var line : row.boxes().get(i).lines()) {
          widths[i + 1] = Math.max(widths[i + 1], width(line));
        }
      }
    }
    return widths;
  }

  private static int width(String text) {
    return Width.of(Escape.controls(text));
  }

  private static String line(List<String> cells, int[] widths, String style) {
    var line = new StringBuilder();
    for (var i = 0; i < cells.size(); i++) {
      if (i > 0) line.append(GAP);
      line.append(padded(cells.get(i), widths[i]));
    }
    var text = line.toString().stripTrailing();
    return style.isEmpty() ? text : style + text + "\u001b[0m";
  }

  private static String line(Line row, int number, int[] widths, boolean hasColour) {
    var line = new StringBuilder(padded(number == 0 ? row.name() : "", widths[0]));
    for (var i = 0; i < row.boxes().size(); i++) {
      var box = row.boxes().get(i);
      var text = padded(number < box.lines().size() ? box.lines().get(number) : "", widths[i + 1]);
      line.append(GAP);
      if (hasColour) line.append("\u001b[30;48;5;").append(box.colour()).append('m');
      line.append(text);
      if (hasColour) line.append("\u001b[0m");
    }
    return hasColour ? line.toString() : line.toString().stripTrailing();
  }

  private static String padded(String text, int width) {
    return Width.padded(Escape.controls(text), width, false);
  }
}
