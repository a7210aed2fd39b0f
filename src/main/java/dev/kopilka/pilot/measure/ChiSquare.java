package dev.kopilka.pilot.measure;

import org.hipparchus.special.Gamma;

/**
 * Pearson's test (1900): how far counts are from what was to be expected.
 *
 * @param degrees of freedom, at least 1
 * @param p how often chance alone takes them as far
 */
public record ChiSquare(double value, int degrees, double p) {
  private static ChiSquare of(double value, int degrees) {
    // The upper tail by itself: one less the lower one would be zero long before it is none.
    var p = Gamma.regularizedGammaQ(degrees / 2.0, value / 2);
    return new ChiSquare(value, degrees, p);
  }

  /**
   * Whether arms are as large as their weights meant them to be. If they are not, something came
   * between assigning and counting, and no figure of theirs is to be trusted.
   *
   * @param found the members of each arm, two arms at least
   * @param weights of each arm, above zero
   */
  public static ChiSquare ofSizes(long[] found, long[] weights) {
    var all = 0.0;
    var whole = 0.0;
    for (var i = 0; i < found.length; i++) {
      all += found[i];
      whole += weights[i];
    }
    var sum = 0.0;
    for (var i = 0; i < found.length; i++) {
      var expected = all * weights[i] / whole;
      sum += (found[i] - expected) * (found[i] - expected) / expected;
    }
    return of(sum, found.length - 1);
  }

  /** Whether several shares may be one; without correction. */
  public static ChiSquare ofShares(Share... shares) {
    var events = 0.0;
    var all = 0.0;
    for (var share : shares) {
      events += share.events();
      all += share.all();
    }
    var rate = events / all;
    var sum = 0.0;
    for (var share : shares) {
      var off = share.events() - rate * share.all();
      sum += off * off / (rate * (1 - rate) * share.all());
    }
    return of(sum, shares.length - 1);
  }
}
