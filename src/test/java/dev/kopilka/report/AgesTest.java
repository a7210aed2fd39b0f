package dev.kopilka.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 2026-11-22, 0",
    "2026-11-22, 2026-10-23, 0",
    "2026-11-22, 2026-10-22, 1",
    "2026-11-22, 2026-09-23, 1",
    "2026-11-22, 2026-09-22, 2",
    "2026-11-22, 2026-05-22, 6",
    "2026-11-22, 2025-11-23, 9",
    "2026-11-22, 2025-11-22, 12",
    "2026-11-22, 1998-01-01, 36",
    // A month after 31 January is the last of February, so 28 to 31 January are a month old then.
    "2026-02-28, 2026-01-28, 1",
    "2026-02-28, 2026-01-31, 1",
    "2026-02-28, 2026-02-01, 0",
    "2026-02-27, 2026-01-28, 0",
    // What was recorded late may be drawn before it was earned.
    "2026-02-27, 2026-03-01, 0"
  })
  void aBandBeginsWhenItsMonthsArePast(LocalDate day, LocalDate earned, int from) {
    var ages = new Ages(day);
    ages.add(earned.toEpochDay(), 7, false);
    for (var band : ages.bands()) assertEquals(band.from() == from ? 7 : 0, band.points());
  }

  @Test
  void theBandsFollowOnEachOther() {
    var ages = new Ages(LocalDate.of(2026, 1, 1));
    ages.add(0, 7, true);
    var bands = ages.bands();
    for (var i = 1; i < bands.size(); i++) {
      assertEquals(bands.get(i).from(), bands.get(i - 1).to().orElseThrow());
    }
    assertEquals(7, bands.getLast().pending());
    assertEquals(true, bands.getLast().to().isEmpty());
  }
}
