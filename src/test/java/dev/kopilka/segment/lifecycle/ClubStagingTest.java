package dev.kopilka.segment.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.program.lifecycle.ClubTerms;
import dev.kopilka.program.lifecycle.ClubTerms.Spans;
import dev.kopilka.program.lifecycle.ClubTerms.Starter;
import dev.kopilka.program.lifecycle.ClubTerms.Training;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.segment.lifecycle.Life.Contract;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When a club's member is in which stage. Young for 60 days, inactive after 21, up for renewal 30
 * days before the end and 30 after it, a training counts for 30; three introductions are the pack.
 */
class ClubStagingTest {
  static final ClubTerms TERMS =
      new ClubTerms(
          Set.of(),
          Set.of(),
          new Starter(Set.of("intro"), 3),
          new Training(Set.of("training"), Set.of("coach"), Training.NONE.within()),
          Spans.USUAL);

  /** Contracts are {@code first..last}, or {@code first..last@known}; visits are days. */
  @ParameterizedTest(name = "{0}: {3} is {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the first day               | 2026-01-01..2026-12-31 | | 2026-01-01 | NEW
          comes in the first weeks    | 2026-01-01..2026-12-31 | 2026-01-20 | 2026-02-09 | NEW
          does not come in them       | 2026-01-01..2026-12-31 | | 2026-01-22 | INACTIVE
          the last young day          | 2026-01-01..2026-12-31 | 2026-02-20 | 2026-03-01 | NEW
          no longer young             | 2026-01-01..2026-12-31 | 2026-02-20 | 2026-03-02 | ACTIVE
          came twenty days ago        | 2026-01-01..2026-12-31 | 2026-05-01 | 2026-05-21 | ACTIVE
          came three weeks ago        | 2026-01-01..2026-12-31 | 2026-05-01 | 2026-05-22 | INACTIVE
          a visit to come             | 2026-01-01..2026-12-31 | 2026-05-01 2026-05-23 | 2026-05-22 | INACTIVE
          thirty-one days to the end  | 2026-01-01..2026-12-31 | 2026-11-30 | 2026-12-01 | ACTIVE
          thirty days to the end      | 2026-01-01..2026-12-31 | 2026-12-01 | 2026-12-02 | UP_FOR_RENEWAL
          renewal goes before absence | 2026-01-01..2026-12-31 | | 2026-12-10 | UP_FOR_RENEWAL
          the end is over             | 2026-01-01..2026-12-31 | 2026-12-30 | 2027-01-30 | UP_FOR_RENEWAL
          and nothing came of it      | 2026-01-01..2026-12-31 | 2027-01-29 | 2027-01-31 | LOST
          renewed ahead               | 2026-01-01..2026-12-31 2027-01-01..2027-12-31@2026-12-05 | 2026-12-20 | 2026-12-20 | ACTIVE
          not yet renewed             | 2026-01-01..2026-12-31 2027-01-01..2027-12-31@2026-12-21 | 2026-12-20 | 2026-12-20 | UP_FOR_RENEWAL
          the renewed one begins      | 2026-01-01..2026-12-31 2027-01-01..2027-12-31@2026-12-05 | 2026-12-20 | 2027-01-01 | NEW_RENEWED
          and is no longer young      | 2026-01-01..2026-12-31 2027-01-01..2027-12-31@2026-12-05 | 2027-03-01 | 2027-03-02 | ACTIVE
          a new one after a gap       | 2025-01-01..2025-12-31 2026-06-01..2027-05-31 | | 2026-06-05 | NEW_RENEWED
          signed, not begun           | 2026-02-01..2027-01-31@2026-01-10 | | 2026-01-20 | NEW
          a month's contract          | 2026-01-01..2026-01-31 | 2026-01-02 | 2026-01-02 | UP_FOR_RENEWAL
          no contract, just joined    | | | 2025-12-20 | NEW
          no contract, does not come  | | | 2026-01-01 | INACTIVE
          no contract, comes          | | 2026-02-20 2026-03-01 | 2026-03-15 | ACTIVE
          no contract, not for long   | | 2026-03-01 | 2026-04-21 | LOST
          """)
  void stagesGoByContractsAndVisits(
      String title, String contracts, String visits, LocalDate day, Stage stage) {
    assertEquals(stage, ClubStaging.on(day, TERMS).of(life(contracts, visits)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-12, NEW", "2026-01-13, STARTER_PACK_DONE", "2026-03-01, STARTER_PACK_DONE",
    "2026-03-02, ACTIVE"
  })
  void theStarterPackIsDoneWithTheThird(LocalDate day, Stage stage) {
    var life = life("2026-01-01..2026-12-31", "2026-01-11 2026-01-12 2026-01-13 2026-02-25");
    for (var shown : new String[] {"2026-01-11", "2026-01-12", "2026-01-13"}) {
      life.starters.add(day(shown));
    }
    assertEquals(stage, ClubStaging.on(day, TERMS).of(life));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01, IN_PERSONAL_TRAINING", "2026-05-30, IN_PERSONAL_TRAINING", "2026-05-31, ACTIVE",
    "2026-06-01, IN_PERSONAL_TRAINING", "2026-06-30, IN_PERSONAL_TRAINING", "2026-07-01, ACTIVE"
  })
  void aTrainingCountsForAMonthAndAContractForItsDays(LocalDate day, Stage stage) {
    var life = life("2026-01-01..2026-12-31", "2026-05-01 2026-05-20 2026-06-05 2026-06-25");
    life.trainings.add(day("2026-05-01"));
    life.lessons.add(new Contract(day("2026-05-30"), day("2026-06-01"), day("2026-06-30")));
    assertEquals(stage, ClubStaging.on(day, TERMS).of(life));
  }

  @ParameterizedTest
  @CsvSource({"2026-05-01, ACTIVE", "2026-05-02, LOST"})
  void whoHasLeftIsLost(LocalDate day, Stage stage) {
    var life = life("2026-01-01..2026-12-31", "2026-04-30");
    life.leave(day("2026-05-02"));
    assertEquals(stage, ClubStaging.on(day, TERMS).of(life));
  }

  private static Life life(String contracts, String visits) {
    var life = new Life();
    life.begin(1, "1001", day("2025-12-10"));
    for (var text : words(contracts)) {
      var parts = text.split("\\.\\.|@");
      var known = day(parts.length == 3 ? parts[2] : parts[0]);
      life.memberships.add(new Contract(known, day(parts[0]), day(parts[1])));
    }
    for (var visit : words(visits)) life.visits.add(day(visit));
    return life;
  }

  private static String[] words(String text) {
    return text == null ? new String[] {} : text.split(" ");
  }

  private static int day(String text) {
    return (int) LocalDate.parse(text).toEpochDay();
  }
}
