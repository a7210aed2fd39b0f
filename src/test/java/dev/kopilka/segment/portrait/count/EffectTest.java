package dev.kopilka.segment.portrait.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.segment.portrait.count.Effect.Size;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of differences that others have published. */
class EffectTest {
  /**
   * The first is the example of {@code ES.h} in the R package pwr, exercise 6.5 of Cohen (1988), which
   * prints 0.2013579 (<a href="https://rdrr.io/pkg/pwr/man/ES.h.html">its help page</a>). The others
   * are differences of {@code 2 asin √p}: 0.451 for 0.05, 0.644 for 0.10, 1.571 for 0.50, 2.498 for
   * 0.90, 3.142 for 1.
   */
  @ParameterizedTest
  @CsvSource({
    "0.50, 0.40, 0.20, SMALL",
    "0.10, 0.05, 0.19, NEGLIGIBLE",
    "0.05, 0.10, -0.19, NEGLIGIBLE",
    "0.50, 0.10, 0.93, LARGE",
    "0.90, 0.50, 0.93, LARGE",
    "1.00, 0.50, 1.57, LARGE",
    "0.00, 0.50, -1.57, LARGE",
    "0.30, 0.30, 0.00, NEGLIGIBLE"
  })
  void sharesAreComparedByTheirArcsines(double p, double q, BigDecimal h, Size size) {
    assertEquals(new Effect(h), Effect.h(p, q));
    assertEquals(size, Effect.h(p, q).size());
  }

  /**
   * Small, medium and large begin at 0.2, 0.5 and 0.8, for shares as for means: {@code cohen.ES} in
   * the R package pwr (<a href="https://rdrr.io/cran/pwr/src/R/cohen.ES.R">its source</a>).
   */
  @ParameterizedTest
  @CsvSource({
    "0.19, NEGLIGIBLE", "0.20, SMALL", "-0.49, SMALL", "0.50, MEDIUM", "-0.79, MEDIUM", "-0.80, LARGE"
  })
  void aSizeBeginsWhereCohenLetsItBegin(BigDecimal value, Size size) {
    assertEquals(size, new Effect(value).size());
  }

  private static Moments moments(long... values) {
    var moments = new Moments();
    LongStream.of(values).forEach(moments::add);
    return moments;
  }

  /**
   * The data {@code sleep} of R (Student 1908), in tenths. Student's t of the two groups of ten is
   * -1.861 (<a href="https://rdrr.io/github/singmann/afex/src/examples/examples.compare.R">an example of
   * the R package afex</a>), so d, which is {@code t √(1/10 + 1/10)}, is -0.832.
   */
  @Test
  void meansAreComparedInPooledStandardDeviations() {
    var one = moments(7, -16, -2, -12, -1, 34, 37, 8, 0, 20);
    var other = moments(19, 8, 11, 1, -1, 44, 55, 16, 46, 34);
    assertEquals(Optional.of(new Effect(new BigDecimal("-0.83"))), Effect.d(one, other));
    assertEquals(new BigDecimal("0.75"), one.mean(1, 2));
    assertEquals(new BigDecimal("2.33"), other.mean(1, 2));
  }

  @Test
  void withoutSpreadOnlyEqualMeansCanBeCompared() {
    assertEquals(Optional.empty(), Effect.d(moments(3, 3), moments(4, 4)));
    assertEquals(
        Optional.of(new Effect(new BigDecimal("0.00"))), Effect.d(moments(3, 3), moments(3)));
    assertEquals(Optional.empty(), Effect.d(moments(3), moments()));
    assertEquals(Optional.empty(), Effect.d(moments(3), moments(4)));
  }

  @Test
  void squaresAreExactHoweverLargeTheyAre() {
    var large = moments(3_000_000_000L, 3_000_000_002L, (1L << 30) - 1, (1L << 30) - 1);
    for (var i = 0; i < 10; i++) large.add((1L << 30) - 1);
    var parts = moments(3_000_000_000L).plus(moments(3_000_000_002L));
    assertEquals(2.0, parts.squaredDeviations());
    var shifted = moments(0, 2, -1_926_258_177L, -1_926_258_177L);
    for (var i = 0; i < 10; i++) shifted.add(-1_926_258_177L);
    assertEquals(shifted.squaredDeviations(), large.squaredDeviations());
  }
}
