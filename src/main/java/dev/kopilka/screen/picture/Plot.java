package dev.kopilka.screen.picture;

import dev.kopilka.screen.Cell;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of a picture, gathered while the rows of its table go by. A picture of more rows than
 * an eye can tell apart is none; only so many are kept.
 */
public final class Plot {
  private static final int MOST = 2_000;

  private final Picture picture;
  private final ZoneId zone;
  private final List<Integer> places = new ArrayList<>();
  private final List<List<Object>> points = new ArrayList<>();
  private long rows;

  /** Of a table with these columns. */
  public Plot(Picture declared, List<String> names, ZoneId zone) {
    this.picture = declared.within(names);
    this.zone = zone;
    for (var axis : picture.axes()) places.add(names.indexOf(axis));
    for (var value : picture.values()) places.add(names.indexOf(value));
  }

  public Picture picture() {
    return picture;
  }

  /** A row of the table. A number that is not there stays away from the picture. */
  public void row(Object[] values) {
    if (picture.isNone() || ++rows > MOST) return;
    var point = new ArrayList<Object>(places.size());
    var axes = picture.axes().size();
    for (var i = 0; i < places.size(); i++) {
      var value = values[places.get(i)];
      if (i < axes) point.add(Cell.text(value, zone));
      else point.add(Cell.isNumber(value) ? value : Cell.ABSENT);
    }
    points.add(point);
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
