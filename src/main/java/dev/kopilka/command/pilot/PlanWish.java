package dev.kopilka.command.pilot;

import dev.kopilka.pilot.plan.Plan;
import java.util.OptionalLong;

/**
 * What a pilot is planned by; figures that were not given are NaN.
 *
 * @param measure conversion or mean
 * @param arms the control and every treatment
 * @param alpha for all comparisons together
 * @param size of each arm, if it was given
 */
record PlanWish(
    String measure,
    long arms,
    double alpha,
    double power,
    double baseline,
    double deviation,
    double effect,
    OptionalLong size,
    Plan plan) {
  /** Each treatment is compared with the control; what is left to chance is divided among them. */
  double alphaEach() {
    return alpha / (arms - 1);
  }
}
