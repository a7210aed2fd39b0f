package dev.kopilka.pilot.measure;

import org.hipparchus.distribution.continuous.TDistribution;

/** Student's distribution (1908, Biometrika 6), for errors that were estimated from the sample. */
public final class Student {
  private Student() {}

  /** So many standard errors on either side hold that share of all, 0.95 for example. */
  public static double twoSided(double degrees, double level) {
    return new TDistribution(degrees).inverseCumulativeProbability(1 - (1 - level) / 2);
  }
}
