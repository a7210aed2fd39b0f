package dev.kopilka.pilot.measure;

import java.util.Arrays;
import org.hipparchus.random.MersenneTwister;

/**
 * What the difference of two means would have been with other members of the same kind: both arms
 * drawn again from themselves, with replacement (Efron and Tibshirani 1993, chapters 8 and 13).
 *
 * @param sorted the differences of the draws
 */
public record Bootstrap(double[] sorted) {
  /**
   * Draws.
   *
   * @param seed the same seed gives the same draws on every machine
   * @param draws at least 1
   */
  public static Bootstrap of(double[] treatment, double[] control, long seed, int draws) {
    var chance = new MersenneTwister(seed);
    var differences = new double[draws];
    for (var i = 0; i < draws; i++) {
      differences[i] = mean(treatment, chance) - mean(control, chance);
    }
    Arrays.sort(differences);
    return new Bootstrap(differences);
  }

  private static double mean(double[] values, MersenneTwister chance) {
    var sum = 0.0;
    for (var i = 0; i < values.length; i++) sum += values[chance.nextInt(values.length)];
    return sum / values.length;
  }

  /** The middle of the draws that holds that share of them. */
  public Interval interval(double level) {
    var tail = (1 - level) / 2;
    return new Interval(Quantiles.of(sorted, tail), Quantiles.of(sorted, 1 - tail));
  }

  /** What the standard error of one mean comes to with endless draws. */
  public static double endlessError(Mean mean) {
    return Math.sqrt(mean.variance() * (mean.count() - 1) / mean.count() / mean.count());
  }
}
