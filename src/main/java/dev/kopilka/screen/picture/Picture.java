package dev.kopilka.screen.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of a table are a picture of. It names columns of the table; those that the reader
 * did not ask for are left out of the picture, or leave no picture.
 *
 * @param kind how it is drawn
 * @param axes the columns that say what a row is about
 * @param values the columns with its numbers
 * @param tint how its cells are coloured
 */
public record Picture(Kind kind, List<String> axes, List<String> values, Tint tint) {
  private Picture(Kind kind, List<String> axes, List<String> values) {
    this(kind, axes, values, Tint.BY_NUMBER);
  }

  /** The ways of drawing. */
  public enum Kind {
    NONE,
    BARS,
    COLUMNS,
    LINES,
    RANGES,
    EFFECTS,
    HEAT,
    GRID,
    MATRIX,
    FLOW;

    /** Whether any of its values alone is a picture too. */
    boolean isOfEachValue() {
      return this == BARS || this == COLUMNS || this == LINES || this == GRID;
    }
  }

  /** Of a matrix: its row, its column, and the name of the cell. What else it says may be missing. */
  private static final int NEEDED = 3;

  public static final Picture NONE = new Picture(Kind.NONE, List.of(), List.of());

  /** A bar for each row, lying: things with names, on one scale. */
  public static Picture bars(String name, String... values) {
    return new Picture(Kind.BARS, List.of(name), List.of(values));
  }

  /** The same where it takes several columns to say what a row is about. */
  public static Picture bars(List<String> names, String value) {
    return new Picture(Kind.BARS, names, List.of(value));
  }

  /** A bar for each row, standing: amounts along time, on one scale. */
  public static Picture columns(String time, String... values) {
    return new Picture(Kind.COLUMNS, List.of(time), List.of(values));
  }

  /** A line for each value along time, each on a scale of its own: their units may differ. */
  public static Picture lines(String time, String... values) {
    return new Picture(Kind.LINES, List.of(time), List.of(values));
  }

  /** A point for each row with the interval that the truth lies in. */
  public static Picture ranges(String name, String value, String low, String high) {
    return ranges(List.of(name), value, low, high);
  }

  /** The same where it takes several columns to say what a row is about. */
  public static Picture ranges(List<String> names, String value, String low, String high) {
    return new Picture(Kind.RANGES, names, List.of(value, low, high));
  }

  /** As {@link #ranges}, on either side of zero: where the interval holds it, there may be nothing. */
  public static Picture effects(List<String> names, String value, String low, String high) {
    return new Picture(Kind.EFFECTS, names, List.of(value, low, high));
  }

  /** A coloured cell for each row of the table, such as month of enrolment by months since. */
  public static Picture heat(String row, String column, String value) {
    return new Picture(Kind.HEAT, List.of(row, column), List.of(value));
  }

  /** A row of coloured cells for each row of the table, one a column. */
  public static Picture grid(String row, String... values) {
    return new Picture(Kind.GRID, List.of(row), List.of(values));
  }

  /** As {@link #heat}, with a name in each cell, and where there is room with what the others say. */
  public static Picture matrix(String row, String column, String value, String... labels) {
    var axes = new ArrayList<>(List.of(row, column));
    axes.addAll(List.of(labels));
    return new Picture(Kind.MATRIX, List.copyOf(axes), List.of(value));
  }

  /** The same, but coloured so. */
  public Picture tinted(Tint other) {
    return new Picture(kind, axes, values, other);
  }

  /** A ribbon for each row, from one stage to another, as wide as its value. */
  public static Picture flow(String from, String to, String value) {
    return new Picture(Kind.FLOW, List.of(from, to), List.of(value));
  }

  /** What is left of it where only these columns are shown. */
  public Picture within(List<String> shown) {
    var named = kind == Kind.MATRIX ? axes.subList(0, NEEDED) : axes;
    if (!shown.containsAll(named)) return NONE;
    var isWhole = shown.containsAll(values);
    if (!isWhole && !kind.isOfEachValue()) return NONE;
    var left = shownOf(values, shown);
    return left.isEmpty() ? NONE : new Picture(kind, shownOf(axes, shown), left, tint);
  }

  private static List<String> shownOf(List<String> columns, List<String> shown) {
    var left = new ArrayList<String>();
    for (var column : columns) if (shown.contains(column)) left.add(column);
    return left;
  }

  /** Whether its axes are parts of one name, since it has one scale of names only. */
  boolean hasNames() {
    var isOfNames = kind == Kind.BARS || kind == Kind.RANGES || kind == Kind.EFFECTS;
    return isOfNames && axes.size() > 1;
  }

  /** The same with the first of several such axes alone. */
  Picture named() {
    return new Picture(kind, List.of(axes.getFirst()), values, tint);
  }

  public boolean isNone() {
    return kind == Kind.NONE;
  }
}
