package dev.kopilka.segment;

import dev.kopilka.program.segment.RfmTerms.Ties;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts numbers into five classes, from 1 for the smallest to 5. Borders are counted in fifths, so
 * that the quintiles of whole numbers are whole numbers too.
 */
final class Classes {
  static final int COUNT = 5;

  /** Bits of a digit, when numbers are sorted: what is counted by it fits beside a processor. */
  private static final int DIGIT = 11;

  private final Ties ties;
  private final long one;

  /**
   * @param one what counts as one for {@link Ties#PLUS_ONE}: a day, a purchase, a whole unit of
   *     money
   */
  Classes(Ties ties, long one) {
    this.ties = ties;
    this.one = one;
  }

  /** Five classes of equal size, as far as equal values allow. */
  byte[] quintiles(long[] values) {
    return ties == Ties.APART ? equalGroups(values) : between(borders(values), values);
  }

  /** The classes that four ascending edges divide. */
  byte[] edges(List<Long> edges, long[] values) {
    var borders = new long[COUNT - 1];
    for (var i = 0; i < borders.length; i++) borders[i] = fifths(edges.get(i));
    return between(borders, values);
  }

  /**
   * The quantiles at 20, 40, 60 and 80 %, in fifths. Between two neighbours the quantile moves
   * linearly, with the ends of the data at 0 and 100 % (type 7 of Hyndman and Fan 1996, the default
   * of R, NumPy and spreadsheets).
   */
  static long[] borders(long[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    var borders = new long[COUNT - 1];
    for (var i = 0; i < borders.length && sorted.length > 0; i++) {
      var place = (sorted.length - 1L) * (i + 1);
      var low = (int) (place / COUNT);
      var part = place % COUNT;
      var border = fifths(sorted[low]);
      if (part > 0) {
        var step = Math.subtractExact(sorted[low + 1], sorted[low]);
        border = Math.addExact(border, Math.multiplyExact(part, step));
      }
      borders[i] = border;
    }
    return borders;
  }

  private byte[] between(long[] borders, long[] values) {
    var shift = ties == Ties.PLUS_ONE ? fifths(one) : 0;
    var isAboveAtBorder = ties == Ties.WITH_LARGER || ties == Ties.PLUS_ONE;
    var classes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      var value = fifths(values[i]);
      var above = 0;
      for (var border : borders) {
        var distance = Long.compare(value, border + shift);
        if (distance > 0 || distance == 0 && isAboveAtBorder) above++;
      }
      classes[i] = (byte) (1 + above);
    }
    return classes;
  }

  /**
   * Groups of equal size, the first ones larger by one where the number does not divide: what SQL's
   * {@code ntile(5)} does, with the order of the array between equal values.
   */
  private static byte[] equalGroups(long[] values) {
    var order = order(values);
    var size = order.length / COUNT;
    var larger = order.length % COUNT;
    var classes = new byte[order.length];
    for (var place = 0; place < order.length; place++) {
      var inLarger = place < larger * (size + 1);
      var group = inLarger ? place / (size + 1) : larger + (place - larger * (size + 1)) / size;
      classes[order[place]] = (byte) (1 + group);
    }
    return classes;
  }

  /** The places of the values from the smallest on, equal ones in the order of the array. */
  static int[] order(long[] values) {
    var range = Arrays.stream(values).summaryStatistics();
    var bits = Integer.SIZE - Integer.numberOfLeadingZeros(values.length);
    var span = values.length == 0 ? 0 : range.getMax() - range.getMin();
    // Where a value and its place fit into one number, one sort of such numbers does it.
    if (span < 0 || span > Long.MAX_VALUE >> bits) return orderOfObjects(values);
    var keys = new long[values.length];
    for (var i = 0; i < keys.length; i++) keys[i] = values[i] - range.getMin() << bits | i;
    keys = sorted(keys, bits, Long.SIZE - Long.numberOfLeadingZeros(span) + bits);
    var order = new int[keys.length];
    var mask = (1L << bits) - 1;
    for (var i = 0; i < order.length; i++) order[i] = (int) (keys[i] & mask);
    return order;
  }

  /**
   * The numbers by some of their bits, equal ones in the order of the array: dealt out by one digit
   * after the other, the lowest first (Knuth, 5.2.5). Days and counts have one digit, money three,
   * which is less to do than comparing.
   *
   * @param end the first bit beyond
   */
  private static long[] sorted(long[] numbers, int first, int end) {
    var from = numbers;
    var to = new long[numbers.length];
    for (var bit = first; bit < end; bit += DIGIT) {
      var places = new int[(1 << DIGIT) + 1];
      for (var number : from) places[digit(number, bit) + 1]++;
      for (var i = 1; i < places.length; i++) places[i] += places[i - 1];
      for (var number : from) to[places[digit(number, bit)]++] = number;
      var swapped = from;
      from = to;
      to = swapped;
    }
    return from;
  }

  private static int digit(long number, int bit) {
    return (int) (number >>> bit) & (1 << DIGIT) - 1;
  }

  private static int[] orderOfObjects(long[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> values[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  private static long fifths(long value) {
    return Math.multiplyExact(value, COUNT);
  }
}
