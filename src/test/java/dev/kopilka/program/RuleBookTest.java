package dev.kopilka.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Days;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.program.earn.Expiry.Policy;
import dev.kopilka.program.earn.Expiry.RoundTo;
import dev.kopilka.program.segment.RfmTerms;
import dev.kopilka.program.yaml.ProgrammeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records of the rule book say by themselves. */
class RuleBookTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31, P1M,  NONE,        2026-02-28",
    "2024-01-31, P1M,  NONE,        2024-02-29",
    "2026-03-15, P12M, NONE,        2027-03-15",
    "2026-03-15, P12M, MONTH_END,   2027-03-31",
    "2026-03-31, P12M, MONTH_END,   2027-03-31",
    "2026-11-30, P3M,  MONTH_END,   2027-02-28",
    "2026-01-15, P1M,  QUARTER_END, 2026-03-31",
    "2026-03-15, P1M,  QUARTER_END, 2026-06-30",
    "2026-12-31, P1D,  YEAR_END,    2027-12-31",
  })
  void lastGoodDayIsRoundedUpToTheEndOfItsPeriod(
      LocalDate activation, Period after, RoundTo roundTo, LocalDate expected) {
    assertEquals(expected, new Expiry(Policy.FIXED, after, roundTo).lastGoodDay(activation));
  }

  @Test
  void neverExpiringPointsAreGoodForEver() {
    assertEquals(Days.NEVER, Expiry.NEVER.lastGoodDay(LocalDate.of(2026, 1, 1)));
  }

  @Test
  void aDayIsJudgedByTheLastVersionThatHadStarted() {
    var history = new ProgrammeHistory(List.of(version(1, 1), version(2, 10), version(3, 10)));
    assertEquals(0, inForce(history, LocalDate.of(2025, 12, 31)));
    assertEquals(1, inForce(history, LocalDate.of(2026, 1, 9)));
    assertEquals(3, inForce(history, LocalDate.of(2026, 1, 10)));
  }

  @Test
  void versionsNeitherSkipNorGoBack() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProgrammeHistory(List.of(version(1, 1), version(3, 2))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ProgrammeHistory(List.of(version(1, 2), version(2, 1))));
  }

  @Test
  void theClassicalNamesCoverEveryScoreOnce() {
    for (var r = 1; r <= 5; r++) {
      for (var f = 1; f <= 5; f++) {
        var recency = r;
        var frequency = f;
        var names = RfmTerms.CLASSICAL.names().stream();
        assertEquals(
            1, names.filter(name -> name.covers(recency, frequency, 3)).count(), r + "/" + f);
      }
    }
  }

  private static int inForce(ProgrammeHistory history, LocalDate day) {
    return history.inForceOn(day).map(Version::number).orElse(0);
  }

  private static Version version(int number, int day) {
    var bytes = Example.CAFE.file("en");
    return new Version(
        number,
        LocalDate.of(2026, 1, day),
        "ivan",
        "",
        "",
        Instant.EPOCH,
        ProgrammeReader.read("cafe", bytes),
        new String(bytes, StandardCharsets.UTF_8));
  }
}
