package dev.kopilka.report.goal;

import dev.kopilka.program.steering.Goal;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.report.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was planned for the end of a day beside what was counted.
 *
 * @param fact empty where there was nothing to divide by
 */
public record Measured(Goal goal, LocalDate on, BigDecimal plan, Optional<BigDecimal> fact) {
  private static final int RATE_DECIMALS = 4;

  /** The goal against the indicators of the days that it counts up to their last one. */
  public static Measured of(Goal goal, Kpi kpi, Basics basics) {
    var on = kpi.period().to();
    var plan = goal.planned(on, Kpi.decimals(goal.indicator(), basics));
    return new Measured(goal, on, plan, kpi.value(goal.indicator(), basics));
  }

  /** Whether the goal plans exactly these days. */
  public static boolean plans(Goal goal, Kpi kpi) {
    var period = kpi.period();
    return period.to().isAfter(goal.baseline().on())
        && !period.to().isAfter(goal.target().on())
        && (goal.indicator().isOfDay() || goal.from(period.to()).equals(period.from()));
  }

  /** A figure that cannot be reckoned, such as a rate of nobody, is not what was planned. */
  public boolean isGood() {
    return fact.isPresent() && goal.isGood(fact.get(), plan);
  }

  public Optional<BigDecimal> deviation() {
    return fact.map(value -> value.subtract(plan));
  }

  /** The deviation as a part of the plan. */
  public Optional<BigDecimal> deviationRate() {
    return deviation().flatMap(deviation -> ratio(deviation, plan));
  }

  /** How much of the way from the baseline to the target is done: 1 is all of it. */
  public Optional<BigDecimal> attained() {
    var start = goal.baseline().value();
    return fact.flatMap(
        value -> ratio(value.subtract(start), goal.target().value().subtract(start)));
  }

  private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) return Optional.empty();
    return Optional.of(part.divide(whole, RATE_DECIMALS, RoundingMode.HALF_UP));
  }
}
