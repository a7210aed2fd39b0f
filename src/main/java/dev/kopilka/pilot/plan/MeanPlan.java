package dev.kopilka.pilot.plan;

import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Two means with one deviation, by the noncentral t distribution (Cohen 1988, Statistical Power
 * Analysis for the Behavioral Sciences, chapter 2); the side that nobody expects is left out.
 *
 * @param deviation the standard deviation of members, above zero
 * @param effect what the treatment adds to the mean, not zero, in the same units
 * @param alpha the chance of seeing what is not there, on both sides
 */
public record MeanPlan(double deviation, double effect, double alpha) implements Plan {
  private static final int STEPS = 500;
  private static final double LEAST = 2;
  private static final double NEAR = 1e-9;

  @Override
  public double power(double size) {
    var degrees = 2 * (size - 1);
    var critical = new TDistribution(degrees).inverseCumulativeProbability(1 - alpha / 2);
    var shift = Math.sqrt(size / 2) * Math.abs(effect) / deviation;
    return 1 - NoncentralT.below(critical, degrees, shift);
  }

  @Override
  public double size(double power) {
    if (power(LEAST) >= power) return LEAST;
    var most = 2 * LEAST;
    while (power(most) < power) {
      if (most > MOST) return Double.POSITIVE_INFINITY;
      most *= 2;
    }
    return new BrentSolver(NEAR).solve(STEPS, n -> power(n) - power, most / 2, most);
  }

  @Override
  public double effect(double size, double power) {
    if (size < LEAST) return Double.NaN;
    var most = deviation;
    while (with(most).power(size) < power) most *= 2;
    var found =
        new BrentSolver(NEAR, NEAR * deviation)
            .solve(STEPS, other -> with(other).power(size) - power, 0, most);
    return effect < 0 ? -found : found;
  }

  private MeanPlan with(double other) {
    return new MeanPlan(deviation, other, alpha);
  }
}
