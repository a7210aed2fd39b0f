package dev.kopilka.pilot.plan;

import dev.kopilka.pilot.measure.Gauss;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Student's t around a mean that is not zero. */
final class NoncentralT {
  /** From here on the first terms of the series are too small to be told from zero. */
  private static final double FAR = 37.6;

  /** From here on the normal distribution is as good. */
  private static final double MANY = 4e5;

  private static final double ENOUGH = 1e-14;
  private static final int TERMS = 10_000;

  private NoncentralT() {}

  /**
   * The probability of no more than {@code t}: Lenth (1989), Algorithm AS 243, Applied Statistics
   * 38, equation 2; far out or with many degrees the approximation of Abramowitz and Stegun 26.7.10.
   *
   * @param t not below zero
   * @param degrees of freedom, above zero
   * @param shift the noncentrality, not below zero
   */
  static double below(double t, double degrees, double shift) {
    if (shift > FAR || degrees > MANY) {
      var s = 1 / (4 * degrees);
      return Gauss.below((t * (1 - s) - shift) / Math.sqrt(1 + t * t * 2 * s));
    }
    var x = t * t / (degrees + t * t);
    var half = shift * shift / 2;
    var even = Math.exp(-half);
    var odd = shift * even / (Math.sqrt(2) * Math.exp(Gamma.logGamma(1.5)));
    var left = 1 - even;
    var sum = 0.0;
    for (var j = 0; j < TERMS; j++) {
      sum +=
          even * Beta.regularizedBeta(x, j + 0.5, degrees / 2)
              + odd * Beta.regularizedBeta(x, j + 1.0, degrees / 2);
      if (left < ENOUGH && j > half) break;
      even *= half / (j + 1);
      odd *= half / (j + 1.5);
      left -= even;
    }
    return Math.min(1, Gauss.below(-shift) + sum / 2);
  }
}
