package dev.kopilka.program.steering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.program.steering.Goal.Point;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a goal plans for a day, and which days it counts. */
class GoalTest {
  private static final Goal FALLING =
      goal(Optional.empty(), point("2026-01-01", "10"), List.of(point("2026-01-11", "9")), "2026-01-21", "5");

  @ParameterizedTest
  @CsvSource({
    "2025-12-01, 10.00", "2026-01-01, 10.00", "2026-01-02, 9.90", "2026-01-11, 9.00",
    "2026-01-12, 8.60", "2026-01-16, 7.00", "2026-01-21, 5.00", "2027-01-01, 5.00"
  })
  void planGoesStraightFromPointToPoint(LocalDate day, BigDecimal plan) {
    assertEquals(plan, FALLING.planned(day, 2));
  }

  @Test
  void whatIsToFallIsGoodBelowItsPlan() {
    assertTrue(FALLING.isGood(new BigDecimal("7"), new BigDecimal("7.00")));
    assertTrue(FALLING.isGood(new BigDecimal("6.99"), new BigDecimal("7.00")));
    assertFalse(FALLING.isGood(new BigDecimal("7.01"), new BigDecimal("7.00")));
  }

  @ParameterizedTest
  @CsvSource({
    "P1M, 2026-10-31, 2026-10-01", "P1M, 2026-02-28, 2026-02-01", "P1M, 2028-02-29, 2028-02-01",
    "P1M, 2026-03-30, 2026-02-28", "P3M, 2026-09-30, 2026-07-01", "P7D, 2026-01-07, 2026-01-01"
  })
  void aMonthBackFromTheLastOfOneIsTheFirstOfIt(Period window, LocalDate day, LocalDate from) {
    var goal = goal(Optional.of(window), point("2025-01-01", "1"), List.of(), "2026-12-31", "2");
    assertEquals(from, goal.from(day));
  }

  @Test
  void withoutAWindowAllAfterTheBaselineCounts() {
    assertEquals(LocalDate.of(2026, 1, 2), FALLING.from(LocalDate.of(2026, 5, 5)));
  }

  private static Goal goal(
      Optional<Period> window, Point baseline, List<Point> control, String on, String target) {
    return new Goal("g", "G", Indicator.BUYERS, window, baseline, control, point(on, target));
  }

  private static Point point(String on, String value) {
    return new Point(LocalDate.parse(on), new BigDecimal(value));
  }
}
