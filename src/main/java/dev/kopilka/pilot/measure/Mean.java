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

  /** Student (1908), Biometrika 6: between what the mean of all such members lies. */
  public Interval interval(double level) {
    return Interval.around(value, Student.twoSided(count - 1, level) * Math.sqrt(ofMean()));
  }

  /** The variance of the mean itself. */
  double ofMean() {
    return variance / count;
  }
}
