package dev.kopilka.report.cohort;

import java.util.Arrays;

/** The members in the order of their numbers, with the month in which each was enrolled. */
final class Members {
  private long[] numbers = new long[1024];
  private int[] months = new int[1024];
  private int size;

  void add(long number, int month) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
      months = Arrays.copyOf(months, 2 * size);
    }
    numbers[size] = number;
    months[size++] = month;
  }

  int size() {
    return size;
  }

  long number(int i) {
    return numbers[i];
  }

  int month(int i) {
    return months[i];
  }
}
