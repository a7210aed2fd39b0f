package dev.kopilka.segment.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts who is in which group of one division and in which of another. */
public final class Flow {
  /** The place of those who are in no group. */
  public static final int NOWHERE = -1;

  private static final int SHARE_DECIMALS = 4;

  private final List<?> from;
  private final List<?> to;
  private final long[][] counts;

  /** Groups by name, a text or a constant, in the order in which they are shown. */
  public Flow(List<?> from, List<?> to) {
    this.from = List.copyOf(from);
    this.to = List.copyOf(to);
    counts = new long[from.size() + 1][to.size() + 1];
  }

  /**
   * Those who went one way.
   *
   * @param from a group, "" for none
   * @param to a group, "" for none
   * @param ofFrom how many were in {@code from} in all
   * @param ofTo how many are in {@code to} in all
   */
  public record Line(Object from, Object to, long members, long ofFrom, long ofTo) {
    /** Their part of those who were in {@code from}, from 0 to 1. */
    public BigDecimal shareOfFrom() {
      return share(members, ofFrom);
    }

    /** Their part of those who are in {@code to}, from 0 to 1. */
    public BigDecimal shareOfTo() {
      return share(members, ofTo);
    }
  }

  /** A part of a whole, from 0 to 1; of nothing, 0. */
  public static BigDecimal share(long part, long whole) {
    if (whole == 0) return BigDecimal.ZERO.setScale(SHARE_DECIMALS);
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** The names of constants as they are shown. */
  public static List<String> words(List<? extends Enum<?>> constants) {
    var words = new ArrayList<String>();
    for (var constant : constants) words.add(constant.name().toLowerCase(Locale.ROOT));
    return words;
  }

  /** Counts a member, by the places of the groups in their lists. */
  public void add(int from, int to) {
    counts[from + 1][to + 1]++;
  }

  /** The ways that somebody went, those from and to nowhere last. */
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    for (var i = 1; i <= from.size() + 1; i++) {
      for (var j = 1; j <= to.size() + 1; j++) {
        // Nowhere is counted first and shown last.
        var row = i % (from.size() + 1);
        var column = j % (to.size() + 1);
        var members = counts[row][column];
        if (members == 0) continue;
        lines.add(
            new Line(
                row == 0 ? "" : from.get(row - 1),
                column == 0 ? "" : to.get(column - 1),
                members,
                sumOfRow(row),
                sumOfColumn(column)));
      }
    }
    return lines;
  }

  private long sumOfRow(int row) {
    var sum = 0L;
    for (var count : counts[row]) sum += count;
    return sum;
  }

  private long sumOfColumn(int column) {
    var sum = 0L;
    for (var row : counts) sum += row[column];
    return sum;
  }
}
