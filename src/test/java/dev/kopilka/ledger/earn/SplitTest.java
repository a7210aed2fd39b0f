package dev.kopilka.ledger.earn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final List<Long> EDGES =
      List.of(0L, 1L, -1L, 3_037_000_499L, 3_037_000_500L, -3_037_000_500L, Long.MAX_VALUE, Long.MIN_VALUE);

  private static long exactly(long total, long weight, long all) {
    return BigInteger.valueOf(total)
        .multiply(BigInteger.valueOf(weight))
        .divide(BigInteger.valueOf(all))
        .longValueExact();
  }

  @Test
  void aPartIsExactWhateverTheSizeOfTheProduct() {
    var random = new Random(1);
    for (var i = 0; i < 10_000; i++) {
      var total = i < EDGES.size() ? EDGES.get(i) : random.nextLong() >> random.nextInt(64);
      var all = 1 + (random.nextLong() >>> 1 + random.nextInt(62));
      var weight = random.nextLong(all + 1);
      assertEquals(exactly(total, weight, all), Split.part(total, weight, all), total + "×" + weight + "/" + all);
      assertEquals(total, Split.part(total, all, all), total + "×" + all);
    }
  }

  @Test
  void partsAddUpToTheWhole() {
    assertEquals(List.of(33L, 33L, 34L), Split.of(100, List.of(1L, 1L, 1L)));
    assertEquals(List.of(0L, -7L, 0L), Split.of(-7, List.of(0L, 5L, 0L)));
    assertEquals(List.of(9L, 0L), Split.of(9, List.of(0L, 0L)));
  }
}
