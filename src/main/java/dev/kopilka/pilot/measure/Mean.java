package dev.kopilka.pilot.measure;

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

  /** The variance of the mean itself. */
  double ofMean() {
    return variance / count;
  }
}
