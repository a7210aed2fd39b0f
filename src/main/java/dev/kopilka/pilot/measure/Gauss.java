package dev.kopilka.pilot.measure;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

/** The standard normal distribution. */
public final class Gauss {
  private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

  private Gauss() {}

  /** The probability of no more than that. */
  public static double below(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** What is not exceeded with that probability, between 0 and 1 exclusive. */
  public static double quantile(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  /** So many standard errors on either side hold that share of all, 0.95 for example. */
  public static double twoSided(double level) {
    return quantile(1 - (1 - level) / 2);
  }

  /** The probability of being as far from zero, on either side. */
  static double beyond(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }
}
