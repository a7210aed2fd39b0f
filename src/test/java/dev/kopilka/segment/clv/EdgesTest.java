package dev.kopilka.segment.clv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.segment.clv.ClvTerms.Prospect;
import dev.kopilka.segment.clv.estimate.BgNbd;
import dev.kopilka.segment.clv.estimate.Histories.Span;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where counts are small, models degenerate, or formulas divide zero by zero. */
class EdgesTest {
  private static final Prospect YEAR = new Prospect(52, 0.1, 0.5);

  /** Purchases as day:cents, a return as day:-cents; the calibration is days 0 to 100. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10:500                       | 0 |  0 | 90 |    0 | 0
          10:500 10:700                | 0 |  0 | 90 |    0 | 0
          10:500 17:300 17:400         | 1 |  7 | 90 |  700 | 0
          17:300 10:500 31:100         | 2 | 21 | 90 |  400 | 0
          10:500 100:300 101:9 101:8   | 1 | 90 | 90 |  300 | 1
          100:500 120:1 121:1          | 0 |  0 |  0 |    0 | 2
          10:500 17:300 17:-100        | 1 |  7 | 90 |  200 | 0
          10:500 17:300 10:-500        | 1 |  7 | 90 |  300 | 0
          10:500 17:300 17:-300        | 1 |  7 | 90 |    0 | 0
          10:500 131:300               | 0 |  0 | 90 |    0 | 0
          """)
  void countsDaysAndLeavesTheFirstOneOut(
      String purchases, int repeats, int recency, int age, long spend, int later) {
    var gathering = new Gathering(new Span(0, 100, 130));
    gathering.take(1, purchases(purchases));
    var found = gathering.sorted(_ -> "one");
    assertArrayEquals(
        new long[] {repeats, recency, age, spend, later},
        new long[] {
          found.repeats()[0],
          found.recency()[0],
          found.age()[0],
          found.spend()[0],
          found.later()[0]
        });
  }

  @Test
  void whoBoughtOnlyAfterwardsIsNoBuyerYet() {
    var gathering = new Gathering(new Span(0, 100, 130));
    gathering.take(1, purchases("105:500"));
    var found = gathering.sorted(_ -> "one");
    assertEquals(0, found.size());
    assertEquals(0, found.occasionsLater());
  }

  private static Purchases purchases(String text) {
    var purchases = new Purchases();
    for (var one : text.split(" ")) {
      var day = Integer.parseInt(one.split(":")[0]);
      var cents = Long.parseLong(one.split(":")[1]);
      if (cents < 0) purchases.giveBack(day, -cents);
      else purchases.buy(day, cents);
    }
    return purchases;
  }

  private static Clv clv(String... buyers) {
    var gathering = new Gathering(new Span(0, 100, 100));
    for (var i = 0; i < buyers.length; i++) gathering.take(i, purchases(buyers[i]));
    return new Clv(gathering.sorted(number -> "M" + (100 + number)), YEAR, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                                     | [NO_BUYERS]
          10:500                                     | [NO_REPEATS]
          10:500, 20:500, 30:500 30:600              | [NO_REPEATS]
          10:500 20:100, 30:100, 40:9                | [FEW_BUYERS
          10:500 20:100 20:-100, 30:100, 40:9 60:0   | SPEND_NOT_POSITIVE]
          """)
  void warnsWhereTheModelsSayNothing(String buyers, String warnings) {
    var clv = buyers == null ? clv() : clv(buyers.split(" *, *"));
    var found = clv.fit().warnings().toString();
    assertTrue(found.contains(warnings), found);
    for (var row : clv) {
      assertEquals(warnings.startsWith("[NO"), row.alive().isEmpty());
      assertEquals(Optional.empty(), row.holdoutPurchases());
    }
  }

  @Test
  void warnsWhereSpendGoesWithFrequency() {
    var random = new Random(7);
    var buyers = new String[200];
    for (var i = 0; i < buyers.length; i++) {
      var text = new StringBuilder("0:100");
      var repeats = 1 + random.nextInt(6);
      for (var j = 0; j < repeats; j++) {
        text.append(' ').append(1 + random.nextInt(90)).append(':').append(100 * repeats + random.nextInt(90));
      }
      buyers[i] = text.toString();
    }
    assertTrue(clv(buyers).fit().warnings().contains(Warning.CORRELATED));
  }

  /** Regular buyers whom nobody ever lost: a goes to zero, or b without bound. */
  @Test
  void saysThatAParameterWentToTheEdge() {
    var buyers = new String[120];
    for (var i = 0; i < buyers.length; i++) {
      var text = new StringBuilder(i % 10 + ":100");
      for (var day = i % 10 + 5; day <= 100; day += 5) text.append(' ').append(day).append(":100");
      buyers[i] = text.toString();
    }
    var clv = clv(buyers);
    assertTrue(clv.fit().warnings().contains(Warning.AT_EDGE), clv.fit().toString());
    for (var row : clv) {
      assertEquals(52 * 7 / 5.0, row.expectedPurchases().orElseThrow().doubleValue(), 6);
    }
  }

  /** The printed formula is 0/0 at a = 1 and at a + b = 1; neighbours on both sides tell the value. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 5, 1, 2, 3, 10, 30", "0.3, 5, 1, 2, 0, 0, 30", "0.3, 5, 0.4, 0.6, 0, 0, 30",
    "40, 5, 1, 2, 3, 10, 30", "40, 90, 0.4, 0.6, 0, 0, 30"
  })
  void isSmoothWhereTheFormulaDividesByZero(
      double r, double alpha, double a, double b, int x, double recency, double age) {
    var at = new BgNbd(r, alpha, a, b).expected(x, recency, age, 52);
    var below = new BgNbd(r, alpha, a - 1e-4, b).expected(x, recency, age, 52);
    var above = new BgNbd(r, alpha, a + 1e-4, b).expected(x, recency, age, 52);
    assertTrue(at > 0 && at < 52 * (r + x) / (alpha + age) + 1, "" + at);
    assertEquals((below + above) / 2, at, at * 1e-5);
  }

  /** Both ways to the series meet where one hands over to the other, r - a - b + 1 = 15. */
  @Test
  void bothSeriesMeet() {
    var before = new BgNbd(17.2 - 1e-9, 30, 0.8, 2.4).expected(4, 20, 30, 52);
    var after = new BgNbd(17.2 + 1e-9, 30, 0.8, 2.4).expected(4, 20, 30, 52);
    assertEquals(before, after, before * 1e-8);
  }

  @Test
  void manyPurchasesDoNotOverflow() {
    var model = new BgNbd(30, 2, 0.5, 20);
    var expected = model.expected(5000, 1000, 1000, 520);
    assertTrue(expected > 1000 && expected < 2700, "" + expected);
    assertTrue(Double.isFinite(model.logLikelihood(5000, 999, 1000)));
    assertEquals(0, model.alive(5000, 1, 1000));
  }

  @Test
  void interestTakesFromTheValueAndTheMarginToo() {
    var row = clv("10:500 20:1000", "30:100", "40:9 50:800 90:700", "1:100").getFirst();
    var value = row.value().orElseThrow().doubleValue();
    var discounted = row.discountedValue().orElseThrow().doubleValue();
    var whole =
        row.expectedPurchases().orElseThrow().doubleValue()
            * row.expectedSpend().orElseThrow().doubleValue();
    assertEquals(whole / 2, value, 0.02);
    assertTrue(discounted < value && discounted > value / 1.1, discounted + " of " + value);
  }
}
