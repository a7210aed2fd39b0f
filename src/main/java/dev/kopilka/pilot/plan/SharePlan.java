package dev.kopilka.pilot.plan;

import dev.kopilka.pilot.measure.Gauss;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Two shares, by the normal approximation with the pooled variance under the hypothesis and each
 * arm's own beside it (Fleiss, Levin, Paik 2003, Statistical Methods for Rates and Proportions,
 * equation 4.14, without correction).
 *
 * @param baseline the control's share, between 0 and 1 exclusive
 * @param effect what the treatment adds to it, not zero; the sum is between 0 and 1 exclusive
 * @param alpha the chance of seeing what is not there, on both sides
 */
public record SharePlan(double baseline, double effect, double alpha) implements Plan {
  private static final int STEPS = 200;
  private static final double NEAR = 1e-12;

  @Override
  public double power(double size) {
    var z = Math.sqrt(size) * Math.abs(effect) - Plan.critical(alpha) * pooled();
    return Gauss.below(z / apart());
  }

  @Override
  public double size(double power) {
    var root = Plan.critical(alpha) * pooled() + Gauss.quantile(power) * apart();
    return Math.pow(root / effect, 2);
  }

  @Override
  public double effect(double size, double power) {
    var most = effect < 0 ? -baseline : 1 - baseline;
    var furthest = most * (1 - NEAR);
    var nearest = most * NEAR;
    if (with(furthest).power(size) < power) return Double.NaN;
    return new BrentSolver(NEAR)
        .solve(
            STEPS,
            other -> with(other).power(size) - power,
            Math.min(nearest, furthest),
            Math.max(nearest, furthest));
  }

  private SharePlan with(double other) {
    return new SharePlan(baseline, other, alpha);
  }

  private double pooled() {
    var mean = baseline + effect / 2;
    return Math.sqrt(2 * mean * (1 - mean));
  }

  private double apart() {
    var treated = baseline + effect;
    return Math.sqrt(baseline * (1 - baseline) + treated * (1 - treated));
  }
}
