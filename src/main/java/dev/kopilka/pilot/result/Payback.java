package dev.kopilka.pilot.result;

import java.util.Optional;

/**
 * What a treatment cost in points against what it brought in margin, both beyond the control, for all
 * members of the arm, in units of the currency.
 *
 * @param margin what the arm's members brought more than as many members of the control
 * @param cost what their points cost more
 */
public record Payback(double margin, double cost) {
  static Optional<Payback> of(Arm treatment, Arm control) {
    var brought = treatment.margins();
    if (brought.count() == 0) return Optional.empty();
    var members = treatment.outcomes().count();
    var margin = brought.mean().value() - control.margins().mean().value();
    var cost = treatment.costOfOne() - control.costOfOne();
    return Optional.of(new Payback(margin * members, cost * members));
  }

  public double net() {
    return margin - cost;
  }

  /** So much margin for one unit of points; not finite where the points cost no more. */
  public double ratio() {
    return cost > 0 ? margin / cost : Double.NaN;
  }
}
