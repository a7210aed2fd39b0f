package dev.kopilka.segment.portrait.count;

import dev.kopilka.segment.portrait.count.Cells.Cell;
import dev.kopilka.segment.portrait.count.Count.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps a portrait from telling of single persons: values that few have are put together, or left
 * out, in a way that subtracting the rest from the whole tells no more.
 */
public final class Sparing {
  public static final String OTHER = "(other)";
  public static final String UNKNOWN = "(unknown)";

  private final int least;
  private final int top;

  /**
   * Spares.
   *
   * @param least nothing is told about fewer members than this
   * @param top so many values of a trait without an order of its own are told apart
   */
  public Sparing(int least, int top) {
    this.least = least;
    this.top = top;
  }

  /** Whether few are counted, on either side. */
  public boolean isSmall(Count count) {
    return count.isSmall(least);
  }

  /**
   * The values of a trait of which members have any number, the most frequent first. A value that
   * all but few have tells of those few.
   */
  public List<Cell> flags(Cells cells) {
    var shown = new ArrayList<Cell>();
    for (var cell : bySize(cells.list())) {
      if (shown.size() == top) break;
      if (!cell.count().isSmall(least) && !cell.count().leavesFew(cells.whole(), least)) {
        shown.add(cell);
      }
    }
    return shown;
  }

  /**
   * The values of a trait of which each unit has one, in the given order, or the most frequent
   * first. What few have is one value together; if they are few even so, the smallest value of those
   * that are left joins them, for it could be subtracted otherwise.
   *
   * @param isOfMembers whether members are what is divided: others may have units of several values
   */
  public List<Cell> partition(Cells cells, List<String> order, boolean isOfMembers) {
    var shown = new ArrayList<Cell>();
    var pooled = new ArrayList<Cell>();
    for (var cell : order.isEmpty() ? bySize(cells.list()) : inOrder(cells.list(), order)) {
      var isOneOfMany = order.isEmpty() && shown.size() == top;
      (isOneOfMany || cell.count().isSmall(least) ? pooled : shown).add(cell);
    }
    while (isSmall(pooled, isOfMembers) && !shown.isEmpty()) pooled.add(removedSmallest(shown));
    if (pooled.isEmpty() || shown.isEmpty()) return shown;
    shown.add(together(pooled));
    return shown;
  }

  private boolean isSmall(List<Cell> pooled, boolean isOfMembers) {
    for (var group : Group.values()) {
      var members = 0L;
      for (var cell : pooled) {
        var more = cell.count().members(group);
        // Nobody knows how many there are in two values together, only that it is not fewer.
        members = isOfMembers ? members + more : Math.max(members, more);
      }
      if (Count.isSmall(members, least)) return true;
    }
    return false;
  }

  private static Cell removedSmallest(List<Cell> shown) {
    var smallest = shown.getFirst();
    for (var cell : shown) {
      if (cell.count().members() < smallest.count().members()) smallest = cell;
    }
    shown.remove(smallest);
    return smallest;
  }

  private static Cell together(List<Cell> pooled) {
    var count = new Count();
    for (var cell : pooled) count.add(cell.count());
    return new Cell(OTHER, count);
  }

  private static List<Cell> bySize(List<Cell> cells) {
    cells.sort(
        Comparator.comparingLong((Cell cell) -> cell.count().units())
            .reversed()
            .thenComparing(Cell::value));
    return cells;
  }

  /** Unknown comes last, and before it what the order does not know. */
  private static List<Cell> inOrder(List<Cell> cells, List<String> order) {
    cells.sort(
        Comparator.comparingInt((Cell cell) -> place(cell.value(), order))
            .thenComparing(Cell::value));
    return cells;
  }

  private static int place(String value, List<String> order) {
    if (value.isEmpty()) return order.size() + 1;
    var place = order.indexOf(value);
    return place < 0 ? order.size() : place;
  }
}
