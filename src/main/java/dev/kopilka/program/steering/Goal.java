package dev.kopilka.program.steering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure, where it stood, and where it is to be on which day. Values are in the indicator's unit:
 * money in units of the currency, points in whole points, shares as parts of one.
 *
 * @param window so far back an indicator counts that does not stand at the end of a day; empty for
 *     all that happened after the baseline
 * @param control what is to be reached on the way, by date
 */
public record Goal(
    String code,
    String name,
    Indicator indicator,
    Optional<Period> window,
    Point baseline,
    List<Point> control,
    Point target) {
  /** A value and the day at whose end it stands. */
  public record Point(LocalDate on, BigDecimal value) {}

  public Goal {
    control = List.copyOf(control);
  }

  /** The control points and the target. */
  public List<Point> ahead() {
    var ahead = new ArrayList<>(control);
    ahead.add(target);
    return ahead;
  }

  /** The first of the days that a measurement at the end of the given one counts. */
  public LocalDate from(LocalDate day) {
    if (indicator.isOfDay()) return day;
    // From the day after: a month back from the last of one is the first of it.
    return window.map(day.plusDays(1)::minus).orElse(baseline.on().plusDays(1));
  }

  /** What is planned for the end of the day: on the straight line between the points around it. */
  public BigDecimal planned(LocalDate day, int decimals) {
    var before = baseline;
    for (var next : ahead()) {
      if (day.isBefore(next.on())) return rounded(between(before, next, day), decimals);
      before = next;
    }
    return rounded(target.value(), decimals);
  }

  private static BigDecimal rounded(BigDecimal exact, int decimals) {
    return exact.setScale(decimals, RoundingMode.HALF_UP);
  }

  private static BigDecimal between(Point before, Point next, LocalDate day) {
    var passed = ChronoUnit.DAYS.between(before.on(), day);
    if (passed <= 0) return before.value();
    var all = ChronoUnit.DAYS.between(before.on(), next.on());
    var way = next.value().subtract(before.value()).multiply(BigDecimal.valueOf(passed));
    // More digits than any unit has; the one rounding that counts is the caller's.
    return before.value().add(way.divide(BigDecimal.valueOf(all), 12, RoundingMode.HALF_UP));
  }

  /** Whether the fact is as planned, or beyond it on the way from baseline to target. */
  public boolean isGood(BigDecimal fact, BigDecimal plan) {
    var beyond = fact.compareTo(plan);
    return target.value().compareTo(baseline.value()) > 0 ? beyond >= 0 : beyond <= 0;
  }
}
