package dev.kopilka.pilot.plan;

import dev.kopilka.pilot.measure.Gauss;

/** One treatment against one control, both of the same size. */
public sealed interface Plan permits SharePlan, MeanPlan {
  /** No programme has as many members. */
  double MOST = 1e10;

  /** The chance of seeing the effect, if it is there, with so many members in each arm. */
  double power(double size);

  /** So many members each arm needs for that power; not a whole number. */
  double size(double power);

  /** The least effect of the plan's direction that so many members show with that power; NaN if none. */
  double effect(double size, double power);

  /** The quantile of the normal distribution that a two-sided test of that level compares with. */
  static double critical(double alpha) {
    return Gauss.quantile(1 - alpha / 2);
  }
}
