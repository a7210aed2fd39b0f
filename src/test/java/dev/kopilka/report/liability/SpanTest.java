package dev.kopilka.report.liability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "MONTH,   2026-03-10, 2026-03, 2026-03-31, 2026-02",
    "MONTH,   2026-03-31, 2026-03, 2026-03-31, 2026-03",
    "MONTH,   2026-12-01, 2026-12, 2026-12-31, 2026-11",
    "QUARTER, 2026-03-10, 2026-Q1, 2026-03-31, 2025-Q4",
    "QUARTER, 2025-12-31, 2025-Q4, 2025-12-31, 2025-Q4",
    "YEAR,    2024-02-29, 2024,    2024-12-31, 2023",
    "MONTH,   1969-12-31, 1969-12, 1969-12-31, 1969-12"
  })
  void aPeriodHasANameAndALastDay(
      Span span, LocalDate day, String name, LocalDate last, String lastWhole) {
    var period = span.of(day);
    assertEquals(name, span.name(period));
    assertEquals(last, span.lastDay(period));
    assertEquals(period + 1, span.of(last.plusDays(1)));
    assertEquals(lastWhole, span.name(span.lastWhole(day)));
  }
}
