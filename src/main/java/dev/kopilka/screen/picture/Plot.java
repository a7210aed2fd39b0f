package dev.kopilka.screen.picture;

import dev.kopilka.screen.Cell;
import dev.kopilka.screen.format.Named;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The points of a picture, gathered while the rows of its table go by. A picture of more rows than
 * an eye can tell apart is none; only so many are kept.
 */
public final class Plot {
  private static final int MOST = 2_000;

  private static final String BETWEEN = " · ";

  private final Picture picture;
  private final ZoneId zone;
  private final List<Integer> axes = new ArrayList<>();
  private final List<Integer> values = new ArrayList<>();
  private final boolean hasNames;
  private final List<List<Object>> points = new ArrayList<>();
  private long rows;

  /** Of a table with these columns. */
  public Plot(Picture declared, List<String> names, ZoneId zone) {
    var shown = declared.within(names);
    this.hasNames = shown.hasNames();
    this.picture = hasNames ? shown.named() : shown;
    this.zone = zone;
    for (var axis : shown.axes()) axes.add(names.indexOf(axis));
    for (var value : shown.values()) values.add(names.indexOf(value));
  }

  public Picture picture() {
    return picture;
  }

  /** A row of the table. A number that is not there stays away from the picture. */
  public void row(Object[] values) {
    if (picture.isNone() || ++rows > MOST) return;
    var point = new ArrayList<Object>(axes.size() + this.values.size());
    if (hasNames) point.add(name(values));
    else for (var axis : axes) point.add(said(values[axis]));
    for (var place : this.values) {
      point.add(Cell.isNumber(values[place]) ? values[place] : Cell.ABSENT);
    }
    points.add(point);
  }

  private String said(Object value) {
    return value instanceof Named named ? named.said() : Cell.text(value, zone);
  }

  /** What there is of several columns that say what a row is about. */
  private String name(Object[] values) {
    var name = new StringJoiner(BETWEEN);
    for (var axis : axes) {
      var part = said(values[axis]);
      if (!part.isEmpty()) name.add(part);
    }
    return name.toString();
  }

  /** One list a row: the texts of its axes, then its numbers. */
  public List<List<Object>> points() {
    return points;
  }

  /** How many rows went by. */
  public long rows() {
    return rows;
  }

  public boolean isTooMany() {
    return rows > MOST;
  }

  /** Whether there is anything to see. */
  public boolean isDrawn() {
    return !points.isEmpty() && !isTooMany();
  }
}
