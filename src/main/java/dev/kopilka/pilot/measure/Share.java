package dev.kopilka.pilot.measure;

/**
 * How many of an arm did something.
 *
 * @param events those who did, from 0 to {@code all}
 * @param all members of the arm, at least 1
 */
public record Share(long events, long all) {
  public Share {
    if (all < 1 || events < 0 || events > all) {
      throw new IllegalArgumentException(events + " of " + all);
    }
  }

  public double rate() {
    return (double) events / all;
  }

  /** Of the rate, by the sample: the variance of the mean of zeros and ones. */
  double variance() {
    return rate() * (1 - rate()) / all;
  }

  /**
   * Wilson (1927), Journal of the American Statistical Association 22: the score interval. With no
   * events it begins at 0 and with all of them it ends at 1, whatever rounding makes of the
   * difference of two equal numbers.
   */
  public Interval wilson(double level) {
    var z = Gauss.twoSided(level);
    double n = all;
    var middle = (rate() + z * z / (2 * n)) / (1 + z * z / n);
    var half = z * Math.sqrt(variance() + z * z / (4 * n * n)) / (1 + z * z / n);
    return new Interval(events == 0 ? 0 : middle - half, events == all ? 1 : middle + half);
  }
}
