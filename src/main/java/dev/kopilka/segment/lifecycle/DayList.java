package dev.kopilka.segment.lifecycle;

import java.util.Arrays;

/** Days on which something happened, as days since 1970, earliest first; a day may occur often. */
final class DayList {
  /** Stands for no day at all: earlier than any. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int FEW = 8;

  private int[] days = new int[FEW];
  private int size;

  /** Mostly they come in order; a day that comes late is put into its place. */
  void add(int day) {
    if (size == days.length) days = Arrays.copyOf(days, 2 * size);
    var place = size++;
    for (; place > 0 && days[place - 1] > day; place--) days[place] = days[place - 1];
    days[place] = day;
  }

  void clear() {
    size = 0;
  }

  int first() {
    return size == 0 ? NONE : days[0];
  }

  /** The last one that is not after the day. */
  int lastUpTo(int day) {
    var count = countUpTo(day);
    return count == 0 ? NONE : days[count - 1];
  }

  /** How many are not after the day. */
  int countUpTo(int day) {
    // Asked about today there is nothing to look for.
    if (size == 0 || days[size - 1] <= day) return size;
    var low = 0;
    var high = size;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (days[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
