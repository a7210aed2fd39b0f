package dev.kopilka.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.report.Periods.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
  private static final Period DAYS =
      new Period(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 4, 3));

  @Test
  void theFirstAndTheLastMonthMayBeCut() {
    var months = Periods.months(DAYS, ZoneId.of("Europe/Berlin"));
    assertEquals(3, months.count());
    assertEquals(new Period(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 2, 28)), months.get(0));
    assertEquals(new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)), months.get(1));
    assertEquals(new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 3)), months.get(2));
  }

  /** Berlin is an hour ahead of UTC until 29 March, then two. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-09T22:59:59.999Z, -1",
    "2026-02-09T23:00:00Z, 0",
    "2026-02-28T22:59:59.999Z, 0",
    "2026-02-28T23:00:00Z, 1",
    "2026-03-31T21:59:59.999Z, 1",
    "2026-03-31T22:00:00Z, 2",
    "2026-04-03T21:59:59.999Z, 2",
    "2026-04-03T22:00:00Z, 3",
    "2030-01-01T00:00:00Z, 3"
  })
  void aMomentFallsIntoTheMonthOfItsLocalDay(String moment, int period) {
    var months = Periods.months(DAYS, ZoneId.of("Europe/Berlin"));
    var millis = Instant.parse(moment).toEpochMilli();
    assertEquals(period, months.of(millis));
    // Whatever was asked before.
    months.of(Instant.parse("2026-03-15T00:00:00Z").toEpochMilli());
    assertEquals(period, months.of(millis));
  }
}
