package dev.kopilka.segment.clv;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.util.Arrays;

/** The codes of all members, found by their numbers: two arrays, which are smaller than a map. */
final class Codes {
  private long[] numbers = new long[1024];
  private String[] codes = new String[1024];
  private int size;

  static Codes read(Unit unit) {
    var all = new Codes();
    new Reports(unit).ask("codes").each(row -> all.add(row.number(1), row.text(2)));
    return all;
  }

  private void add(long number, String code) {
    if (size == codes.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
      codes = Arrays.copyOf(codes, 2 * size);
    }
    numbers[size] = number;
    codes[size++] = code;
  }

  /** The code of a member who is there. */
  String of(long number) {
    return codes[Arrays.binarySearch(numbers, 0, size, number)];
  }
}
