package dev.kopilka.segment.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.program.lifecycle.Stage;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a shop's member is in which stage; the term is a month, and a year without one is lost. */
class ShopStagingTest {
  private static final ShopTerms TERMS = new ShopTerms(Period.ofMonths(1), Period.ofMonths(12));

  @ParameterizedTest(name = "{0}: {1} on {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bought on the day                   | 2026-11-15                       | 2026-11-15 | NEW
          the first day of the term counts    | 2026-10-16                       | 2026-11-15 | NEW
          a term ago is out of it             | 2026-10-15                       | 2026-11-15 | DORMANT
          all purchases in the first term     | 2026-10-20 2026-11-01            | 2026-11-15 | NEW
          in this term and the one before     | 2026-10-15 2026-11-15            | 2026-11-15 | RETAINED
          the term before begins              | 2026-09-16 2026-11-15            | 2026-11-15 | RETAINED
          a day too early for the term before | 2026-09-15 2026-11-15            | 2026-11-15 | REACTIVATED
          long ago, just before, and now      | 2025-01-01 2026-10-10 2026-11-15 | 2026-11-15 | RETAINED
          a year less a day                   | 2025-11-16                       | 2026-11-15 | DORMANT
          a year                              | 2025-11-15                       | 2026-11-15 | LOST
          after being lost                    | 2025-01-01 2026-11-15            | 2026-11-15 | REACTIVATED
          what is bought later does not count | 2026-10-15 2026-11-16            | 2026-11-15 | DORMANT
          a month before a shorter month ends | 2026-01-28                       | 2026-02-28 | DORMANT
          and the day after                   | 2026-01-29                       | 2026-02-28 | NEW
          there is no 31 September            | 2026-09-30                       | 2026-10-31 | DORMANT
          """)
  void stagesGoByPurchases(String title, String days, LocalDate day, Stage stage) {
    var life = life("2024-01-01", days.split(" "));
    assertEquals(stage, ShopStaging.on(day, TERMS).of(life));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-15, DORMANT", "2025-11-16, DORMANT", "2025-11-15, LOST", "2024-01-01, LOST"
  })
  void whoHasNeverBoughtCountsFromEnrolment(String enrolled, Stage stage) {
    assertEquals(stage, ShopStaging.on(LocalDate.of(2026, 11, 15), TERMS).of(life(enrolled)));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-09, NEW", "2026-11-10, LOST", "2026-11-11, LOST"})
  void whoHasLeftIsLost(LocalDate day, Stage stage) {
    var life = life("2024-01-01", "2026-11-05");
    life.leave((int) LocalDate.of(2026, 11, 10).toEpochDay());
    assertEquals(stage, ShopStaging.on(day, TERMS).of(life));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30, 2026-10-31, DORMANT",
    "2026-11-30, 2026-11-01, NEW",
    "2026-11-30, 2026-10-01 2026-11-01, RETAINED",
    "2026-11-30, 2026-09-30 2026-11-30, REACTIVATED",
    "2026-11-02, 2026-10-01 2026-11-01, RETAINED",
    "2026-11-02, 2026-10-30, DORMANT"
  })
  void byMonthTheTermIsTheCalendarMonth(LocalDate day, String days, Stage stage) {
    var life = life("2024-01-01", days.split(" "));
    assertEquals(stage, ShopStaging.inMonth(day, TERMS).of(life));
  }

  private static Life life(String enrolled, String... purchases) {
    var life = new Life();
    life.begin(1, "1001", day(enrolled));
    for (var purchase : purchases) life.purchases.add(day(purchase));
    return life;
  }

  private static int day(String text) {
    return (int) LocalDate.parse(text).toEpochDay();
  }
}
