package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.activity;
import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.reverse;
import static dev.kopilka.ledger.Ask.redeem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.program.Programme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiers: three measures, four windows; up at once, down after validity and grace. */
class TierTest {
  @TempDir Path folder;

  private static Programme ladder(String by, String window, String more) {
    var levels =
        by.equals("spend")
            ? "{ code: base, name: B, from: \"0.00\" }, { code: silver, name: S, from: \"100.00\" },"
                + " { code: gold, name: G, from: \"200.00\" }"
            : "{ code: base, name: B, from: 0 }, { code: silver, name: S, from: %s },"
                .formatted(by.equals("visits") ? 2 : 100)
                + " { code: gold, name: G, from: %s }".formatted(by.equals("visits") ? 4 : 200);
    return Rules.of(
        """
        %s
        activities: [{ code: visit, name: Visit }]
        tiers:
          by: %s
          window: %s
          %s
          levels: [%s]
        """
            .formatted(Rules.BASE, by, window, more, levels));
  }

  private World world(String by, String window, String more) {
    return new World(folder, ladder(by, window, more));
  }

  private static List<String> standings(World world) {
    return world.account().standings().stream()
        .map(standing -> standing.tier() + " " + standing.from() + " " + standing.until())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"spend, ''", "points, ''", "visits, ''"})
  void riseAtOnceOnTheDayThatEarnsIt(String by, String none) {
    try (var world = world(by, "rolling P12M", "validity: P12M")) {
      world.all(purchase("P-1", "2026-03-01", 60)).has("2026-03-01", 60);
      assertEquals(List.of(), standings(world), none);
      world.all(purchase("P-2", "2026-03-02", 60));
      assertEquals(List.of("silver 2026-03-02 2027-03-02"), standings(world));
    }
  }

  @Test
  void visitsCountActivitiesToo() {
    try (var world = world("visits", "lifetime", "validity: P12M")) {
      world.all(activity("A-1", "2026-03-01", "visit"), activity("A-2", "2026-03-01", "visit"));
      assertEquals(1, world.account().standings().size());
    }
  }

  @Test
  void visitsThatWereUndoneDoNotCount() {
    try (var world = world("visits", "lifetime", "validity: P12M")) {
      world.all(activity("A-1", "2026-03-01", "visit"), reverse("U", "2026-03-01", "activities:A-1"));
      world.all(activity("A-2", "2026-03-01", "visit"));
      assertEquals(List.of(), standings(world));
      world.all(activity("A-3", "2026-03-01", "visit"));
      assertEquals(1, world.account().standings().size());
    }
  }

  @Test
  void pointsEarnedCountAndTheBalanceDoesNot() {
    try (var world = world("points", "lifetime", "validity: P12M")) {
      world.all(
          opening("O", "2026-03-01", 500, "9999-12-31"),
          purchase("P-1", "2026-03-01", 60),
          redeem("S", "2026-03-01", 560),
          purchase("P-2", "2026-03-01", 40));
      assertEquals(1, world.account().standings().size());
    }
  }

  @Test
  void whatCameBackDoesNotCount() {
    try (var world = world("spend", "lifetime", "validity: P12M")) {
      world.all(
          purchase("P-1", "2026-03-01", 90),
          giveBack("R", "2026-03-01", "P-1"),
          purchase("P-2", "2026-03-01", 90));
      assertEquals(List.of(), standings(world));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "calendar_year, 2025-12-31, false",
    "calendar_year, 2026-01-01, true",
    "rolling P2M, 2026-01-10, false",
    "rolling P2M, 2026-01-11, true",
    "lifetime, 2025-01-01, true",
    "since_change, 2025-01-01, true"
  })
  void countWhatLiesInTheWindow(String window, String before, boolean risen) {
    try (var world = world("spend", window, "validity: P12M")) {
      world.all(purchase("P-1", before, 60), purchase("P-2", "2026-03-10", 60));
      assertEquals(risen, !standings(world).isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "one_step, P0D, 2027-03-03, silver 2027-03-03 2028-03-03",
    "one_step, P1M, 2027-04-03, silver 2027-04-03 2028-04-03",
    "re_evaluate, P0D, 2027-03-03, base 2027-03-03 9999-12-31"
  })
  void fallAfterValidityAndGrace(String down, String grace, String day, String expected) {
    var more = "validity: P12M\n  grace: %s\n  down: %s".formatted(grace, down);
    try (var world = world("spend", "rolling P6M", more)) {
      world.all(purchase("P", "2026-03-02", 250));
      var eve = java.time.LocalDate.parse(day).minusDays(1).toString();
      assertEquals(0, world.close(eve).size());
      world.close(day);
      assertEquals(List.of("gold 2026-03-02 2027-03-02", expected), standings(world));
    }
  }

  @Test
  void fallStepByStepWhenTheCloseWasLongAwaited() {
    try (var world = world("spend", "rolling P1M", "validity: P3M\n  down: one_step")) {
      world.all(purchase("P", "2026-01-10", 250));
      world.close("2027-01-01");
      assertEquals(
          List.of(
              "gold 2026-01-10 2026-04-10",
              "silver 2026-04-11 2026-07-11",
              "base 2026-07-12 9999-12-31"),
          standings(world));
    }
  }

  @Test
  void staysWhereTheWindowStillReachesTheLevel() {
    try (var world = world("spend", "rolling P12M", "validity: P6M\n  down: re_evaluate")) {
      world.all(purchase("P", "2026-03-02", 250));
      world.close("2026-09-03");
      assertEquals("gold 2026-09-03 2027-03-03", standings(world).getLast());
    }
  }

  @Test
  void theGraceIsASecondChanceAndTakesNothingAway() {
    // By the end of January the new year has counted nothing yet; the old one had reached gold.
    var more = "validity: P12M\n  grace: P1M\n  down: re_evaluate";
    try (var world = world("spend", "calendar_year", more)) {
      world.all(purchase("P-1", "2026-03-02", 250), purchase("P-2", "2027-03-02", 250));
      assertEquals("gold 2026-03-02 2027-12-31", standings(world).getLast());
      world.close("2028-02-01");
      assertEquals("gold 2028-02-01 2028-12-31", standings(world).getLast());
    }
  }

  @Test
  void aYearsStandingIsRenewedForOneYear() {
    var more = "validity: P12M\n  down: re_evaluate";
    try (var world = world("spend", "calendar_year", more)) {
      world.all(purchase("P-1", "2026-03-02", 250), purchase("P-2", "2027-03-02", 250));
      world.close("2028-01-01");
      assertEquals("gold 2028-01-01 2028-12-31", standings(world).getLast());
      world.close("2029-01-01");
      assertEquals("base 2029-01-01 9999-12-31", standings(world).getLast());
    }
  }

  @Test
  void aLateEventCountsInTheWindowsOfTheDaysAfterIt() {
    try (var world = world("spend", "calendar_year", "validity: P12M")) {
      world.all(purchase("P-1", "2026-06-01", 60), purchase("P-2", "2026-03-01", 60));
      assertEquals(List.of("silver 2026-06-01 2027-12-31"), standings(world));
    }
  }

  @Test
  void whatWasBoughtWhileTheCloseWasAwaitedRisesAfterTheFall() {
    var more = "validity: P3M\n  down: re_evaluate";
    try (var world = world("spend", "rolling P1M", more)) {
      world.all(purchase("P-1", "2026-01-10", 250), purchase("P-2", "2026-06-01", 120));
      world.close("2026-06-02");
      assertEquals(
          List.of(
              "gold 2026-01-10 2026-04-10",
              "base 2026-04-11 9999-12-31",
              "silver 2026-06-01 2026-09-01"),
          standings(world));
    }
  }

  @Test
  void aLateEventIsJudgedByTheTierOfItsOwnDay() {
    var gold =
        """
        earn: [{ code: gold, on: purchase, give: { points: 7 }, when: { tier: [gold] } }]
        tiers:
          by: spend
          levels: [{ code: base, name: B, from: "0.00" }, { code: gold, name: G, from: "200.00" }]
        """;
    try (var world = new World(folder, Rules.of(gold))) {
      world.all(purchase("P-1", "2026-03-10", 200), purchase("P-2", "2026-03-09", 10));
      world.has("2026-03-10", 0).all(purchase("P-3", "2026-03-10", 10)).has("2026-03-10", 7);
    }
  }
}
