package dev.kopilka.pilot.result;

import dev.kopilka.pilot.measure.Interval;
import dev.kopilka.pilot.measure.Welch;
import java.util.Optional;

/**
 * What a treatment cost in points against what it brought in margin, both beyond the control, for all
 * members of the arm, in units of the currency. What points cost is booked and has no error; the
 * margin has one, as any mean of members.
 *
 * @param margin what the arm's members brought more than as many members of the control
 * @param between what that lies, by Welch
 * @param cost what their points cost more
 */
public record Payback(double margin, Interval between, double cost) {
  static Optional<Payback> of(Arm treatment, Arm control, double level) {
    if (treatment.margins().count() == 0) return Optional.empty();
    var members = treatment.outcomes().count();
    var one = new Welch(treatment.margins().mean(), control.margins().mean());
    var between = one.interval(level);
    var cost = treatment.costOfOne() - control.costOfOne();
    return Optional.of(
        new Payback(
            one.difference() * members,
            new Interval(between.low() * members, between.high() * members),
            cost * members));
  }

  public double net() {
    return margin - cost;
  }

  /** So much margin for one unit of points; not finite where the points cost no more. */
  public double ratio() {
    return ratio(margin);
  }

  public double lowRatio() {
    return ratio(between.low());
  }

  public double highRatio() {
    return ratio(between.high());
  }

  private double ratio(double brought) {
    return cost > 0 ? brought / cost : Double.NaN;
  }
}
