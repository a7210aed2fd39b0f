package dev.kopilka.screen.picture;

import dev.kopilka.screen.Cell;
import dev.kopilka.screen.format.Escape;
import dev.kopilka.screen.format.Width;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells in rows and columns, the darker the more: on coloured ground, and where there are no colours
 * behind a mark from empty to full.
 */
final class Patches {
  /** Grounds of the 256 colours from light to dark, told apart in grey and by the colour-blind too. */
  private static final int[] GROUNDS = {230, 193, 151, 115, 73, 67, 61, 54};

  private static final int BLACK = 16;
  private static final int WHITE = 231;
  private static final int FIRST_DARK = 5;
  private static final String[] MARKS = {" ", "░", "▒", "▓", "█"};
  private static final int LONGEST = 14;

  private final Plot plot;
  private final Reading reading;
  private final boolean hasColour;
  private final boolean hasLabel;
  private final List<String> rows = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();
  private final Map<List<String>, Integer> places = new HashMap<>();
  private int width;

  Patches(Plot plot, boolean hasColour) {
    this.plot = plot;
    this.hasColour = hasColour;
    this.reading = Reading.ofCells(plot);
    this.hasLabel = plot.picture().kind() == Picture.Kind.MATRIX;
    for (var i = 0; i < plot.points().size(); i++) {
      var row = text(i, 0);
      var column = text(i, 1);
      if (!rows.contains(row)) rows.add(row);
      if (!columns.contains(column)) columns.add(column);
      places.put(List.of(row, column), i);
      width = Math.max(width, Math.max(Width.of(column), Width.of(number(i)) + (hasColour ? 0 : 2)));
      if (hasLabel) width = Math.max(width, Width.of(label(i)));
    }
  }

  private String text(int point, int axis) {
    return Escape.controls(plot.points().get(point).get(axis).toString());
  }

  private String label(int point) {
    var label = text(point, 2);
    return label.length() > LONGEST ? label.substring(0, LONGEST - 1) + "…" : label;
  }

  private String number(int point) {
    return Cell.text(plot.points().get(point).get(plot.picture().axes().size()));
  }

  /** The lines, with an empty one before them. */
  String text() {
    var side = 0;
    for (var row : rows) side = Math.max(side, Width.of(row));
    var text = new StringBuilder("\n").append(" ".repeat(side));
    for (var column : columns) text.append("  ").append(Width.padded(column, width, true));
    text.append('\n');
    for (var row : rows) {
      text.append(Width.padded(row, side, false)).append(line(row, false)).append('\n');
      if (hasLabel) text.append(" ".repeat(side)).append(line(row, true)).append('\n');
    }
    return text.toString();
  }

  private String line(String row, boolean isLabel) {
    var line = new StringBuilder();
    for (var column : columns) {
      var point = places.get(List.of(row, column));
      if (point == null) line.append("  ").append(" ".repeat(width));
      else line.append(patch(point, isLabel));
    }
    return line.toString().stripTrailing();
  }

  /** The gap before a cell has its ground too: a map has no holes. */
  private String patch(int point, boolean isLabel) {
    var shown = isLabel ? label(point) : number(point);
    var number = reading.numbers()[point];
    if (Double.isNaN(number)) return "  " + Width.padded(shown, width, true);
    if (!hasColour) {
      var mark = MARKS[level(reading.part(number), MARKS.length)];
      var text = isLabel || mark.isBlank() ? shown : mark + " " + shown;
      return "  " + Width.padded(text, width, true);
    }
    var ground = level(reading.part(number), GROUNDS.length);
    var ink = ground < FIRST_DARK ? BLACK : WHITE;
    var cell = " " + Width.padded(shown, width, true) + " ";
    return "\u001b[38;5;" + ink + ";48;5;" + GROUNDS[ground] + "m" + cell + "\u001b[0m";
  }

  private static int level(double part, int levels) {
    return Math.min(levels - 1, (int) (part * levels));
  }
}
