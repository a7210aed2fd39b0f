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
 */
public record Picture(Kind kind, List<String> axes, List<String> values) {
  /** The ways of drawing. */
  public enum Kind {
    NONE,
    BARS,
    COLUMNS,
    LINES,
    RANGES,
    HEAT,
    GRID,
    MATRIX,
    FLOW;

    /** Whether any of its values alone is a picture too. */
    boolean isOfEachValue() {
      return this == BARS || this == COLUMNS || this == LINES || this == GRID;
    }
  }

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

  /** A coloured cell for each row of the table, such as month of enrolment by months since. */
  public static Picture heat(String row, String column, String value) {
    return new Picture(Kind.HEAT, List.of(row, column), List.of(value));
  }

  /** A row of coloured cells for each row of the table, one a column. */
  public static Picture grid(String row, String... values) {
    return new Picture(Kind.GRID, List.of(row), List.of(values));
  }

  /** As {@link #heat}, with a name in each cell. */
  public static Picture matrix(String row, String column, String value, String label) {
    return new Picture(Kind.MATRIX, List.of(row, column, label), List.of(value));
  }

  /** A ribbon for each row, from one stage to another, as wide as its value. */
  public static Picture flow(String from, String to, String value) {
    return new Picture(Kind.FLOW, List.of(from, to), List.of(value));
  }

  /** What is left of it where only these columns are shown. */
  public Picture within(List<String> shown) {
    if (!shown.containsAll(axes)) return NONE;
    if (shown.containsAll(values)) return this;
    if (!kind.isOfEachValue()) return NONE;
    var left = new ArrayList<String>();
    for (var value : values) if (shown.contains(value)) left.add(value);
    return left.isEmpty() ? NONE : new Picture(kind, axes, left);
  }

  /** Whether its axes are parts of one name, since it has one scale of names only. */
  boolean hasNames() {
    return (kind == Kind.BARS || kind == Kind.RANGES) && axes.size() > 1;
  }

  /** The same with the first of several such axes alone. */
  Picture named() {
    return new Picture(kind, List.of(axes.getFirst()), values);
  }

  public boolean isNone() {
    return kind == Kind.NONE;
  }
}
