package dev.kopilka.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The text of an exact decimal, written by hand, against the one that the JDK writes. */
class DecimalsTest {
  @Test
  void writesWhatBigDecimalWrites() {
    var random = new Random(25);
    var edges = new long[] {0, 1, -1, 9, 10, -10, 99, 100, -12345, Long.MAX_VALUE, Long.MIN_VALUE};
    for (var scale = 0; scale <= 20; scale++) {
      for (var units : edges) assertEquals(exact(units, scale), Decimals.text(units, scale));
      for (var i = 0; i < 200; i++) {
        var units = random.nextLong() >> random.nextInt(64);
        assertEquals(exact(units, scale), Decimals.text(units, scale));
      }
    }
  }

  private static String exact(long units, int scale) {
    return BigDecimal.valueOf(units, scale).toPlainString();
  }
}
