package dev.kopilka.report.liability.development;

import java.util.Arrays;

/**
 * Whether periods of time show in a triangle: the test of T. Mack (1994), "Measuring the variability
 * of chain ladder reserve estimates", CAS Forum, Spring 1994, appendix H. The method takes origins to
 * be independent. Where all of them were redeemed more, or less, at the same time, ratios of one
 * diagonal are all large or all small, and there are few of the rarer sort.
 *
 * @param z how many ratios of the rarer sort the diagonals have together
 * @param expected so many there would be by chance
 * @param variance of that
 */
public record Independence(long z, double expected, double variance) {
  /** Two-sided, 95 percent. */
  private static final double QUANTILE = 1.959963984540054;

  /** Looks at the ratios of each development, and which of them are above their median. */
  public static Independence of(Triangle triangle) {
    var diagonals = triangle.size();
    var large = new int[diagonals];
    var small = new int[diagonals];
    for (var at = 0; at < triangle.size() - 1; at++) {
      var ratios = ratios(triangle, at);
      var median = median(ratios);
      for (var origin = 0; origin < ratios.length; origin++) {
        if (ratios[origin] > median) large[origin + at]++;
        if (ratios[origin] < median) small[origin + at]++;
      }
    }
    var z = 0L;
    var expected = 0.0;
    var variance = 0.0;
    for (var diagonal = 0; diagonal < diagonals; diagonal++) {
      var n = large[diagonal] + small[diagonal];
      z += Math.min(large[diagonal], small[diagonal]);
      var mean = n / 2.0 - n * middle(n);
      expected += mean;
      variance += n * (n - 1) / 4.0 - n * (n - 1) * middle(n) + mean - mean * mean;
    }
    return new Independence(z, expected, variance);
  }

  private static double[] ratios(Triangle triangle, int at) {
    var ratios = new double[triangle.size() - 1 - at];
    for (var origin = 0; origin < ratios.length; origin++) {
      ratios[origin] = triangle.at(origin, at + 1) / triangle.at(origin, at);
    }
    return ratios;
  }

  private static double median(double[] ratios) {
    var sorted = ratios.clone();
    Arrays.sort(sorted);
    var half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** {@code C(n-1, m) / 2^n} with m half of n-1, step by step: both of them outgrow a double. */
  private static double middle(int n) {
    if (n == 0) return 0;
    var m = (n - 1) / 2;
    var part = n - 2 * m == 1 ? 0.5 : 0.25;
    for (var i = 1; i <= m; i++) part *= (n - 1.0 - m + i) / i / 4;
    return part;
  }

  public double low() {
    return expected - QUANTILE * Math.sqrt(variance);
  }

  public double high() {
    return expected + QUANTILE * Math.sqrt(variance);
  }

  /** Whether chance alone gives such a number once in twenty times or more rarely. */
  public boolean isBroken() {
    return z < low() || z > high();
  }
}
