package dev.kopilka.report.liability.development;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  /** Reinsurance Association of America (1991), the example of Mack (1994). */
  private static final double[][] RAA = {
    {5012, 8269, 10907, 11805, 13539, 16181, 18009, 18608, 18662, 18834},
    {106, 4285, 5396, 10666, 13782, 15599, 15496, 16169, 16704},
    {3410, 8992, 13873, 16141, 18735, 22214, 22863, 23466},
    {5655, 11555, 15766, 21266, 23425, 26083, 27067},
    {1092, 9565, 15836, 22169, 25955, 26180},
    {1513, 6445, 11702, 12935, 15852},
    {557, 4020, 10946, 12314},
    {1351, 6947, 13112},
    {3133, 5395},
    {2063}
  };

  private static Triangle triangle(double[][] rows) {
    var names = new ArrayList<String>();
    for (var i = 0; i < rows.length; i++) names.add("p" + i);
    return new Triangle(names, List.of(rows));
  }

  /** As in the article, and with more digits in the manual of the R package ChainLadder. */
  @Test
  void macksExampleIsMet() {
    var test = Independence.of(triangle(RAA));
    assertEquals(14, test.z());
    assertEquals(12.875, test.expected(), 1e-12);
    assertEquals(3.978516, test.variance(), 5e-7);
    assertEquals(8.965613, test.low(), 5e-7);
    assertEquals(16.784387, test.high(), 5e-7);
    assertFalse(test.isBroken());
  }

  @Test
  void taylorAndAsheShowNoPeriodsOfTime() throws IOException {
    assertFalse(Independence.of(TaylorAshe.triangle()).isBroken());
  }

  @Test
  void periodsInWhichAllAreRedeemedMoreAreSeen() {
    var rows = new double[12][];
    for (var origin = 0; origin < rows.length; origin++) {
      rows[origin] = new double[rows.length - origin];
      var sum = 100.0;
      for (var at = 0; at < rows[origin].length; at++) {
        rows[origin][at] = sum;
        // In every other period the order of drawing lets nobody wait.
        sum *= (origin + at) % 2 == 0 ? 1.5 + 0.01 * origin : 1.1 + 0.01 * origin;
      }
    }
    assertTrue(Independence.of(triangle(rows)).isBroken());
  }

  @Test
  void ofAStillTriangleNothingIsSaid() {
    var still =
        new double[][] {{5, 5, 5, 5}, {5, 5, 5}, {5, 5}, {5}};
    assertEquals(new Independence(0, 0, 0), Independence.of(triangle(still)));
    assertFalse(Independence.of(triangle(still)).isBroken());
  }
}
