package dev.kopilka.pilot.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Several arms, what was known before, and the edges. */
class SeveralTest {
  /** As {@code p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm")} of R. */
  @Test
  void holmIsThatOfR() {
    assertArrayEquals(
        new double[] {0.05, 0.08, 0.09, 0.09, 0.09},
        Holm.adjusted(new double[] {0.01, 0.02, 0.03, 0.04, 0.05}),
        1e-12);
    assertArrayEquals(
        new double[] {0.7, 0.03, Double.NaN}, Holm.adjusted(new double[] {0.7, 0.015, Double.NaN}), 1e-12);
    assertArrayEquals(new double[0], Holm.adjusted(new double[0]));
  }

  private static Moments moments(double[] outcomes, double[] before) {
    var moments = new Moments();
    for (var i = 0; i < outcomes.length; i++) moments.add(outcomes[i], before[i]);
    return moments;
  }

  /** The same by adjusting each member's outcome, one by one. */
  @Test
  void whatWasKnownBeforeIsTakenOutOfEachOutcome() {
    var y1 = new double[] {3, 5, 8, 9, 4, 7};
    var x1 = new double[] {2, 4, 7, 9, 3, 6};
    var y0 = new double[] {2, 3, 6, 8, 3, 4};
    var x0 = new double[] {2, 3, 7, 8, 4, 3};
    var treatment = moments(y1, x1);
    var control = moments(y0, x0);
    var cuped = Cuped.of(List.of(control, treatment));
    var all = (2 + 4 + 7 + 9 + 3 + 6 + 2 + 3 + 7 + 8 + 4 + 3) / 12.0;
    for (var i = 0; i < 6; i++) {
      y1[i] -= cuped.slope() * (x1[i] - all);
      y0[i] -= cuped.slope() * (x0[i] - all);
    }
    var expected = new Welch(Published.mean(y1), Published.mean(y0));
    var found = new Welch(cuped.mean(treatment), cuped.mean(control));
    assertEquals(expected.difference(), found.difference(), 1e-12);
    assertEquals(expected.error(), found.error(), 1e-12);
    assertEquals(expected.degrees(), found.degrees(), 1e-9);
  }

  /** With a correlation of 0.8 a part of 0.64 of the variance goes, and the difference stays true. */
  @Test
  void whatIsGainedIsTheSquareOfTheCorrelation() {
    var chance = new Random(1);
    var arms = List.of(new Moments(), new Moments());
    for (var i = 0; i < 40_000; i++) {
      var before = chance.nextGaussian();
      arms.get(i % 2).add(0.8 * before + 0.6 * chance.nextGaussian() + 0.05 * (i % 2), before);
    }
    var cuped = Cuped.of(arms);
    var plain = new Welch(arms.get(1).mean(), arms.get(0).mean());
    var adjusted = new Welch(cuped.mean(arms.get(1)), cuped.mean(arms.get(0)));
    assertEquals(0.64, Cuped.gained(plain, adjusted), 0.01);
    assertTrue(adjusted.interval(0.99).low() < 0.05 && adjusted.interval(0.99).high() > 0.05);
  }

  @Test
  void whereNothingWasKnownBeforeNothingChanges() {
    var arm = moments(new double[] {1, 2, 4}, new double[] {0, 0, 0});
    assertEquals(arm.mean(), Cuped.of(List.of(arm)).mean(arm));
  }

  @Test
  void largeSumsAreNotSubtractedFromEachOther() {
    var mean = Published.mean(1e12 + 1, 1e12 + 2, 1e12 + 3);
    assertEquals(1, mean.variance(), 1e-9);
  }

  @Test
  void whereNobodyDiffersNothingIsShown() {
    var same = new Welch(Published.mean(2, 2, 2), Published.mean(2, 2));
    assertTrue(Double.isNaN(same.p()));
    assertEquals(new Interval(0, 0), same.interval(0.95));
    var none = new TwoShares(new Share(0, 50), new Share(0, 50));
    assertTrue(none.isSmall());
    assertEquals(1, none.fisher());
    assertThrows(IllegalArgumentException.class, () -> new Share(3, 2));
  }

  @Test
  void waysAreCountedWhileTheyAreFew() {
    assertTrue(Permutations.canBeCounted(7, 9));
    assertTrue(Permutations.canBeCounted(1, 1_000_000));
    assertTrue(!Permutations.canBeCounted(20, 20));
    assertTrue(!Permutations.canBeCounted(1_000_000, 1_000_000));
  }
}
