package dev.kopilka.report.liability.development;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {
  /**
   * Weeks in remission under 6-mercaptopurine: Freireich et al. (1963), Blood 21, 699-716; negative
   * where the patient was seen no longer. The data are {@code drug6mp} of the R package KMsurv (<a
   * href="https://rdrr.io/cran/KMsurv/man/drug6mp.html">its help page</a>).
   */
  private static final int[] WEEKS = {
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
  };

  private static Exposure patients(long each) {
    var exposure = new Exposure();
    for (var weeks : WEEKS) {
      exposure.enter(0, each);
      if (weeks > 0) exposure.redeem(weeks, each, each);
      else exposure.leave(-weeks, each, each);
    }
    return exposure;
  }

  /**
   * What {@code summary(survfit(Surv(t2, relapse) ~ 1, data = drug6mp))} of the R package survival
   * prints, as in the notes "Ch4 KM estimator" (2024) of a course by Li-Hsin Chien. The rows for 5 and
   * 35 weeks follow from it: nothing happens before the first relapse nor after the last one.
   */
  @ParameterizedTest
  @CsvSource({
    "5,  1.000, 0.0000, 21",
    "6,  0.857, 0.0764, 21",
    "7,  0.807, 0.0869, 17",
    "10, 0.753, 0.0963, 15",
    "13, 0.690, 0.1068, 12",
    "16, 0.627, 0.1141, 11",
    "22, 0.538, 0.1282, 7",
    "23, 0.448, 0.1346, 6",
    "35, 0.448, 0.1346, 1"
  })
  void thePublishedCurveIsMet(int weeks, double survival, double error, long atRisk) {
    var curve = patients(1).curve();
    assertEquals(survival, curve.survival(weeks), 0.0005);
    assertEquals(error, curve.error(weeks), 0.00005);
    assertEquals(atRisk, curve.atRisk(weeks));
  }

  @Test
  void moreRemissionsThanPointsOfALotKnow() {
    var one = patients(1).curve();
    var many = patients(1_000).curve();
    assertEquals(one.survival(22), many.survival(22), 1e-12);
    // A lot is one witness, however many points it has.
    assertEquals(one.error(22), many.error(22), 1e-12);
    assertEquals(7_000, many.atRisk(22));
    assertEquals(3_000, many.redeemed(6, 6));
  }

  @Test
  void aLotOfAnotherSizeCountsForLess() {
    var exposure = new Exposure();
    for (var points : new long[] {100, 100, 100, 900}) {
      exposure.enter(0, points);
      if (points == 100) exposure.redeem(3, points, 50);
    }
    // 1200 points, 840,000 their squares: as much as 1.714 lots of one size.
    var hazard = 150.0 / 1_200;
    var lots = 1_200.0 * 1_200 / 840_000;
    assertEquals(1 - hazard, exposure.curve().survival(3));
    assertEquals(
        (1 - hazard) * Math.sqrt(hazard / ((1 - hazard) * lots)),
        exposure.curve().error(3),
        1e-12);
  }

  @Test
  void aRedemptionThatWasTakenBackNeverWas() {
    var once = new Exposure();
    var back = new Exposure();
    for (var exposure : new Exposure[] {once, back}) {
      exposure.enter(0, 10);
      exposure.enter(0, 10);
      exposure.redeem(5, 10, 10);
      exposure.leave(9, 10, 10);
    }
    back.restore(5, 0, 10);
    back.leave(9, 10, 10);
    assertEquals(0.5, once.curve().survival(5));
    assertEquals(1, back.curve().survival(9));
    assertEquals(20, back.curve().atRisk(9));
  }

  @Test
  void pointsThatMoveAreCountedOnce() {
    var exposure = new Exposure();
    exposure.enter(0, 10);
    exposure.move(4, 10, 10);
    exposure.enter(4, 10);
    exposure.redeem(6, 10, 5);
    assertEquals(10, exposure.curve().atRisk(4));
    assertEquals(0.5, exposure.curve().survival(6));
  }

  @Test
  void whatCameFromElsewhereCountsFromItsAge() {
    var exposure = new Exposure();
    exposure.enter(0, 10);
    exposure.enter(100, 30);
    exposure.redeem(50, 10, 5);
    exposure.redeem(120, 30, 7);
    var curve = exposure.curve();
    assertEquals(10, curve.atRisk(50));
    assertEquals(0.5, curve.survival(50));
    assertEquals(35, curve.atRisk(120));
    assertEquals(0.5 * 28 / 35, curve.survival(120), 1e-12);
  }

  @Test
  void whatIsOpenIsExpectedByWhatTheSameAgeDidBefore() {
    var curve = patients(100).curve();
    var open = new Open();
    open.add(6, 10, 1_000);
    open.add(0, 5, 1_000);
    open.add(30, 90, 1_000);
    var outlook = curve.outlook(open);
    // Between the 7th and the 10th week 1 of 17 and 1 of 15 went; nothing before the 6th.
    assertEquals(1_000 * (1 - 16.0 / 17 * 14 / 15), outlook.expected(), 1e-9);
    // Greenwood's, for the way from 6 to 10 alone.
    assertEquals(
        1_000 * (16.0 / 17 * 14 / 15) * Math.sqrt(1 / (17.0 * 16) + 1 / (15.0 * 14)),
        outlook.error(),
        1e-9);
    assertEquals(1_000, outlook.beyond());
    assertEquals(3_000, open.points());
  }

  @Test
  void withoutAStoryNothingIsExpected() {
    var open = new Open();
    open.add(3, 10, 50);
    var outlook = new Exposure().curve().outlook(open);
    assertEquals(new Outlook(0, 0, 50), outlook);
  }
}
