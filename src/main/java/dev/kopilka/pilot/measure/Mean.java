package dev.kopilka.pilot.measure;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of an arm.
 *
 * @param count of members, at least 2
 * @param variance of members, with {@code count - 1} below the line; not of the mean
 */
public record Mean(long count, double value, double variance) {
  public double deviation() {
    return Math.sqrt(variance);
  }

  /** Student (1908), Biometrika 6: between what the mean of all such members lies. */
  public Interval interval(double level) {
    var quantile = new TDistribution(count - 1).inverseCumulativeProbability(1 - (1 - level) / 2);
    return Interval.around(value, quantile * Math.sqrt(ofMean()));
  }

  /** The variance of the mean itself. */
  double ofMean() {
    return variance / count;
  }
}
