package dev.kopilka.segment.clv;

import java.util.Arrays;

/** The purchases of one buyer in any order, days counted since 1970. */
final class Purchases {
  private int[] days = new int[16];
  private long[] amounts = new long[16];
  private int size;
  private int[] returnDays = new int[0];
  private long[] returned = new long[0];

  void buy(int day, long amount) {
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
      amounts = Arrays.copyOf(amounts, 2 * size);
    }
    days[size] = day;
    amounts[size++] = amount;
  }

  /** Takes money back from the day on which it was spent. */
  void giveBack(int day, long amount) {
    var count = returnDays.length;
    returnDays = Arrays.copyOf(returnDays, count + 1);
    returned = Arrays.copyOf(returned, count + 1);
    returnDays[count] = day;
    returned[count] = amount;
  }

  void addAll(Purchases others) {
    for (var i = 0; i < others.size; i++) buy(others.days[i], others.amounts[i]);
    for (var i = 0; i < others.returnDays.length; i++) {
      giveBack(others.returnDays[i], others.returned[i]);
    }
  }

  /** The days with a purchase in order: several purchases of one day are one occasion. */
  int[] occasions() {
    var sorted = Arrays.copyOf(days, size);
    Arrays.sort(sorted);
    var count = 0;
    for (var i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
    }
    return Arrays.copyOf(sorted, count);
  }

  /** What was spent after one day through another, less what was given back of it. */
  long spent(int after, int through) {
    var sum = 0L;
    for (var i = 0; i < size; i++) {
      if (days[i] > after && days[i] <= through) sum = Math.addExact(sum, amounts[i]);
    }
    for (var i = 0; i < returnDays.length; i++) {
      if (returnDays[i] > after && returnDays[i] <= through) {
        sum = Math.subtractExact(sum, returned[i]);
      }
    }
    return sum;
  }
}
