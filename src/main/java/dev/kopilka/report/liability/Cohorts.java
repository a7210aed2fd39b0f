package dev.kopilka.report.liability;

import dev.kopilka.model.EntryKind;
import dev.kopilka.model.value.Invariant;
import dev.kopilka.report.liability.LotStories.Leaving;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Points by the period in which they were earned, and what became of them period by period. */
public final class Cohorts implements LotStories.Listener {
  private final Span span;
  private final Predicate<StoryLot> counts;
  private final Queue queue;
  private final TreeMap<Integer, TreeMap<Integer, Cell>> cells = new TreeMap<>();
  private long open;
  private int broughtOver = Integer.MIN_VALUE;

  /**
   * What happened in one period to the points of one origin, in smallest units.
   *
   * @param issued given, less what was taken back or corrected
   * @param redeemed spent, less what came back
   * @param lapsed over their last good day
   */
  public record Cell(long issued, long redeemed, long lapsed) {
    public static final Cell NONE = new Cell(0, 0, 0);

    Cell plus(Cell other) {
      return new Cell(
          Math.addExact(issued, other.issued),
          Math.addExact(redeemed, other.redeemed),
          Math.addExact(lapsed, other.lapsed));
    }

    public long open() {
      return issued - redeemed - lapsed;
    }
  }

  /**
   * @param counts which lots are counted
   */
  public Cohorts(Span span, Predicate<StoryLot> counts) {
    this.span = span;
    this.counts = counts;
    this.queue = new Queue(span::of);
  }

  @Override
  public void opens(StoryLot lot, long day) {
    if (!counts.test(lot)) return;
    add(lot, day, new Cell(lot.remaining(), 0, 0));
    // Of a lot that was brought over later nobody knows what was redeemed of its period before.
    var origin = span.of(lot.earnedOn());
    if (lot.openedBy() == EntryKind.OPENING && span.of(day) > origin) {
      broughtOver = Math.max(broughtOver, origin);
    }
  }

  @Override
  public void leaves(StoryLot lot, Leaving leaving) {
    if (!counts.test(lot)) return;
    queue.leaves(lot, leaving);
    var points = leaving.points();
    add(
        lot,
        leaving.day(),
        switch (leaving.why()) {
          case REDEEMED, RESTORED -> new Cell(0, points, 0);
          case LAPSED -> new Cell(0, 0, points);
          case TAKEN, MOVED -> new Cell(-points, 0, 0);
        });
  }

  @Override
  public void stays(StoryLot lot) {
    if (counts.test(lot)) open = Math.addExact(open, lot.remaining());
  }

  /** An entry may have occurred before its lot was earned when it was recorded late. */
  private void add(StoryLot lot, long day, Cell cell) {
    var origin = span.of(lot.earnedOn());
    var period = Math.max(origin, span.of(day));
    cells
        .computeIfAbsent(origin, _ -> new TreeMap<>())
        .merge(period, cell, Cell::plus);
  }

  /** All that happened to the points of an origin until the end of a period. */
  public Cell until(int origin, int period) {
    var sum = Cell.NONE;
    if (!cells.containsKey(origin)) return sum;
    for (var cell : cells.get(origin).headMap(period, true).values()) sum = sum.plus(cell);
    return sum;
  }

  /** The earliest origin, or the other where there is none. */
  public int firstOr(int otherwise) {
    return cells.isEmpty() ? otherwise : cells.firstKey();
  }

  /** The earliest origin whose story is known from its beginning. */
  public int firstWholeOr(int otherwise) {
    var known = cells.tailMap(broughtOver, false);
    return known.isEmpty() ? otherwise : known.firstKey();
  }

  /** Points that are open at the end of the last day, as the lots say; the cells must say the same. */
  public long open() {
    var sum = Cell.NONE;
    for (var periods : cells.values()) {
      for (var cell : periods.values()) sum = sum.plus(cell);
    }
    Invariant.holds(sum.open() == open, "what is left of the periods is not what is open");
    return open;
  }

  public Queue queue() {
    return queue;
  }
}
