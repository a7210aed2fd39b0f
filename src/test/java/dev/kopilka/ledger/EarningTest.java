package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.activity;
import static dev.kopilka.ledger.Ask.ask;
import static dev.kopilka.ledger.Ask.facts;
import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.paying;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.EventKind;
import dev.kopilka.program.Programme;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules give: rounding, the earning base, stacking, groups, caps, budgets, dates. */
class EarningTest {
  // 2026-05-05 is a Tuesday, 2026-05-09 a Saturday.
  private static final String DAY = "2026-05-05";
  private static final String SATURDAY = "2026-05-09";

  @TempDir Path folder;

  private World world(Programme programme) {
    return new World(folder, programme);
  }

  private static String given(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.kind() == EntryKind.EARN)
        .map(entry -> entry.rule() + " " + entry.points())
        .collect(Collectors.joining(", "));
  }

  private String given(Programme programme, Request request) {
    try (var world = world(programme)) {
      return given(world.post(request).entries());
    }
  }

  private static Programme rules(String... rules) {
    return Rules.of(text(rules));
  }

  private static String text(String... rules) {
    return "earn:\n"
        + List.of(rules).stream().map(rule -> "  - { " + rule + " }\n").collect(Collectors.joining())
        + "activities: [{ code: visit, name: Visit }]\n";
  }

  @ParameterizedTest
  @CsvSource({
    "down, 1010, 70", "half_up, 1010, 71", "up, 1010, 71",
    "down, 1050, 73", "half_up, 1050, 74", "up, 1001, 71"
  })
  void roundsOnceAtTheEndTheWayTheProgrammeSays(String mode, long roubles, long points) {
    // 7 % of 1010 is 70.7, of 1050 is 73.5, of 1001 is 70.07.
    var rule = text("code: base, on: purchase, give: { percent: \"7%\" }");
    var programme = Rules.HEADED.rounding(mode).with(rule);
    assertEquals("base " + points, given(programme, purchase("P", DAY, roubles)));
  }

  @Test
  void aRemainderBelowThePerAmountGivesNothing() {
    var programme = rules("code: base, on: purchase, give: { points: 5, per: \"100.00\" }");
    assertEquals("base 10", given(programme, purchase("P", DAY, 299)));
  }

  @ParameterizedTest
  @CsvSource({"true, 100", "false, 120"})
  void theBaseIsNetOfDiscountsWhenTheProgrammeSaysSo(boolean net, long points) {
    var programme = Rules.HEADED.base(net, true, "").with(Rules.BASE);
    var request = facts(purchase("P", DAY, 100), facts -> facts.withDiscount(2000));
    assertEquals("base " + points, given(programme, request));
  }

  @ParameterizedTest
  @CsvSource({"true, 70", "false, 100"})
  void whatPointsPaidEarnsNothingWhenTheProgrammeSaysSo(boolean without, long points) {
    var programme = Rules.HEADED.base(true, without, "").with(Rules.BASE);
    try (var world = world(programme)) {
      world.all(opening("O", DAY, 30, "9999-12-31"));
      var post = world.post(paying(purchase("P", DAY, 100), 30));
      assertEquals("base " + points, given(post.entries()));
    }
  }

  @Test
  void excludedCategoriesEarnNothing() {
    var programme = Rules.HEADED.base(true, true, "card").with(Rules.BASE);
    assertEquals("base 40", given(programme, receipt("P", DAY, "card 60", "tea 40")));
  }

  @Test
  void aCouponBelowZeroIsMoneyOffTheOtherLines() {
    assertEquals("base 70", given(Rules.of(Rules.BASE), receipt("P", DAY, "tea 100", "coupon -30")));
  }

  @Test
  void rulesAddUpAndMultipliersMultiplyTheSumOfTheOthers() {
    var programme =
        rules(
            "code: base, on: purchase, give: { points: 1, per: \"10.00\" }",
            "code: gift, on: purchase, give: { points: 7 }",
            "code: twice, on: purchase, give: { multiply: \"2\" }, when: { weekday: [sat] }",
            "code: thrice, on: purchase, give: { multiply: \"1.5\" }, when: { weekday: [sat] }");
    assertEquals("base 10, gift 7", given(programme, purchase("P", DAY, 100)));
  }

  @Test
  void twoDoublingsGiveThreeTimesNotFour() {
    var programme =
        rules(
            "code: base, on: purchase, give: { points: 1, per: \"10.00\" }",
            "code: x1, on: purchase, give: { multiply: \"2\" }",
            "code: x2, on: purchase, give: { multiply: \"2\" }, when: { weekday: [sat] }");
    assertEquals("base 10, x1 10, x2 10", given(programme, purchase("P", SATURDAY, 100)));
  }

  @Test
  void aMultiplierOfACategoryMultipliesItsLinesOnly() {
    var programme =
        rules(
            "code: base, on: purchase, give: { points: 1, per: \"1.00\" }",
            "code: tea, on: purchase, give: { multiply: \"2\" }, when: { category: [tea] }");
    assertEquals("base 100, tea 30", given(programme, receipt("P", DAY, "tea 30", "bread 70")));
  }

  @Test
  void ofAGroupOnlyTheBestCountsAndTiesGoByCode() {
    var a = "code: a, on: purchase, give: { points: 5 }, group: g";
    var b = "code: b, on: purchase, give: { points: 9 }, group: g";
    var c = "code: c, on: purchase, give: { points: 9 }, group: g";
    assertEquals("b 9", given(rules(c, a, b), purchase("P", DAY, 100)));
  }

  @Test
  void aRuleWhoseBudgetIsSpentStandsInNobodysWay() {
    var programme =
        rules(
            "code: big, on: purchase, give: { points: 50 }, group: g, budget: 60",
            "code: small, on: purchase, give: { points: 20 }, group: g");
    try (var world = world(programme)) {
      assertEquals("big 50", given(world.post(purchase("P-1", DAY, 1)).entries()));
      assertEquals("small 20", given(world.post(purchase("P-2", DAY, 1)).entries()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "per_event, 2026-05-05, 60",
    "per_day, 2026-05-05, 20",
    "per_day, 2026-05-06, 60",
    "per_week, 2026-05-10, 20",
    "per_week, 2026-05-11, 60",
    "per_month, 2026-05-31, 20",
    "per_month, 2026-06-01, 60",
    "per_member, 2029-01-01, 20"
  })
  void aCapLeavesWhatItsPeriodHasNotUsed(String period, String then, long points) {
    var cap = "code: base, on: purchase, give: { points: 1, per: \"1.00\" }, cap: { %s: 60 }";
    try (var world = world(rules(cap.formatted(period)))) {
      assertEquals("base 40", given(world.post(purchase("P-1", DAY, 40)).entries()));
      assertEquals("base " + points, given(world.post(purchase("P-2", then, 90)).entries()));
    }
  }

  @Test
  void aReturnDoesNotMakeRoomUnderACapAgain() {
    try (var world =
        world(
            rules(
                "code: base, on: purchase, give: { points: 1, per: \"1.00\" },"
                    + " cap: { per_day: 60 }"))) {
      world.all(purchase("P-1", DAY, 60), giveBack("R-1", DAY, "P-1"));
      assertEquals("", given(world.post(purchase("P-2", DAY, 60)).entries()));
    }
  }

  @Test
  void aCapThatRejectsRefusesTheWholeEvent() {
    var rule =
        "code: v, on: \"activity:visit\", give: { points: 6 },"
            + " cap: { per_day: 10, on_exceed: reject }";
    try (var world = world(rules(rule))) {
      world.post(activity("A-1", DAY, "visit"));
      assertInstanceOf(Answer.Refused.class, world.answer(activity("A-2", DAY, "visit")));
      assertEquals(6, world.account().balance());
    }
  }

  @Test
  void aBudgetIsSharedByAllAndGivesItsLastPoints() {
    var rule = "code: few, on: purchase, give: { points: 50 }, budget: 80";
    try (var world = world(rules(rule))) {
      world.enrol("N", "2025-01-01");
      var answers =
          world.post(
              List.of(
                  purchase("P-1", DAY, 1),
                  Ask.by("N", purchase("P-2", DAY, 1)),
                  purchase("P-3", DAY, 1)));
      var given =
          answers.stream()
              .map(answer -> given(((Answer.Recorded) answer).post().entries()))
              .toList();
      assertEquals(List.of("few 50", "few 30", ""), given);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 2026-01-31, 9999-12-31",
    "'', 'expire: { after: P1M }', 2026-01-31, 2026-02-28",
    "'', 'expire: { after: P12M, round_to: month_end }', 2026-01-31, 2027-01-31",
    "'hold: P14D,', 'expire: { after: P1M }', 2026-02-14, 2026-03-14",
    "'', 'expire: { after: P1M, round_to: quarter_end }', 2026-01-31, 2026-03-31",
    "'', 'expire: { after: P3M, round_to: year_end }', 2026-01-31, 2026-12-31"
  })
  void datesOfALotRunFromActivation(String hold, String expire, String active, String last) {
    var rule = "code: base, on: purchase, give: { points: 5 }, " + hold + expire;
    try (var world = world(rules(rule.replaceAll("[, ]+$", "")))) {
      world.post(purchase("P", "2026-01-31", 1));
      var terms = world.account().lots().getFirst().terms();
      assertEquals(active + " " + last, terms.activeFrom() + " " + terms.expiresOn());
    }
  }

  @Test
  void theVersionInForceWhenItOccurredDecides() {
    var later = rules("code: base, on: purchase, give: { points: 2, per: \"1.00\" }");
    try (var world = world(Rules.of(Rules.BASE))) {
      world.apply(Rules.history(Rules.of(Rules.BASE), java.time.LocalDate.parse(DAY), later));
      assertEquals("base 20", given(world.post(purchase("P-1", DAY, 10)).entries()));
      var late = world.post(purchase("P-2", "2026-05-04", 10));
      assertEquals("base 10", given(late.entries()));
      assertEquals(1, late.event().version());
    }
  }

  @Test
  void enrolmentGivesAWelcome() {
    var programme = rules("code: hello, on: enrolment, give: { points: 20 }");
    assertEquals("hello 20", given(programme, ask(EventKind.ENROLMENT, "E", "M", DAY)));
  }

  @Test
  void activityMovesTheLotsOfItsRuleAndNeverBack() {
    var rule =
        "code: base, on: purchase, give: { points: 5 }, expire: { policy: inactivity, after: P2M }";
    try (var world = world(rules(rule))) {
      world.all(purchase("P-1", "2026-01-10", 1), activity("A-1", "2026-03-10", "visit"));
      assertEquals("2026-05-10", world.account().lots().getFirst().terms().expiresOn().toString());
      world.all(activity("A-2", "2026-02-01", "visit"), activity("A-3", "2026-05-11", "visit"));
      assertEquals("2026-05-10", world.account().lots().getFirst().terms().expiresOn().toString());
      world.has("2026-05-11", 0);
    }
  }
}
