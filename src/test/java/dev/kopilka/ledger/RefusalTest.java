package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.activity;
import static dev.kopilka.ledger.Ask.adjust;
import static dev.kopilka.ledger.Ask.by;
import static dev.kopilka.ledger.Ask.capture;
import static dev.kopilka.ledger.Ask.facts;
import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.giveBackLines;
import static dev.kopilka.ledger.Ask.hold;
import static dev.kopilka.ledger.Ask.merge;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.paying;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.receipt;
import static dev.kopilka.ledger.Ask.redeem;
import static dev.kopilka.ledger.Ask.release;
import static dev.kopilka.ledger.Ask.reverse;
import static dev.kopilka.ledger.Ask.reward;
import static dev.kopilka.ledger.Ask.survey;
import static dev.kopilka.ledger.Ask.tier;
import static dev.kopilka.ledger.Ask.transfer;
import static dev.kopilka.ledger.Ask.unmerge;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Where;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.rows.SettingRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal of the ledger, in the order of the enum, and which of two comes first. */
class RefusalTest {
  private static final String RULES =
      """
      earn:
        - { code: base, on: purchase, give: { points: 1, per: "1.00" } }
        - { code: visit, on: "activity:visit", give: { points: 6 },
            cap: { per_day: 10, on_exceed: reject } }
      activities: [{ code: visit, name: Visit }]
      surveys: [{ code: nps, name: Would you recommend us? }]
      partners: [{ code: pharmacy, name: Pharmacy }]
      tiers:
        by: spend
        levels: [{ code: base, name: Base, from: "0.00" }, { code: gold, name: Gold, from: "9000.00" }]
      rewards:
        - { code: cup, name: Cup, cost: 40 }
        - { code: old, name: Old, cost: 40, valid: { from: 2024-01-01, to: 2024-12-31 } }
        - { code: pin, name: Pin, cost: 40, tier: [gold] }
        - { code: mug, name: Mug, cost: 40, stock: 1 }
        - { code: tea, name: Tea, cost: 40, stock: 0, consent: [email, sms] }
        - { code: car, name: Car, cost: 100000 }
      adjust: { per_operation: 50, per_day: 70 }
      transfer: { per_month: 50 }
      """;

  private static final String DAY = "2026-05-05";

  @TempDir Path folder;
  private World world;

  /**
   * The member M has 300 points; of receipt P-1 line 1 is back; N owns P-2 and is gold by hand; H-1
   * is over; C was merged into N and parted again, D was merged into N, who has spent since.
   */
  @BeforeEach
  void open() {
    world = new World(folder, Rules.HEADED.spending("50%", 5, 20).with(RULES));
    for (var code : List.of("N", "C", "D")) world.enrol(code, "2025-01-01");
    world.all(
        opening("O-1", DAY, 300, "9999-12-31"),
        receipt("P-1", DAY, "tea 30", "bread 70"),
        giveBackLines("R-1", DAY, "P-1", "1"),
        by("N", purchase("P-2", DAY, 10)),
        purchase("P-3", DAY, 10),
        giveBack("R-3", DAY, "P-3"),
        hold("H-1", DAY, 20, "2026-06-01"),
        release("L-1", DAY, "H-1"),
        hold("H-2", DAY, 20, "2026-06-01"),
        redeem("S-1", DAY, 20),
        reverse("V-1", DAY, "S-1"),
        reward("S-2", DAY, "mug"),
        activity("A-1", DAY, "visit"),
        adjust("K-1", DAY, 45),
        by("N", tier("G-1", DAY, "gold")),
        merge("M-1", DAY, "C", "N"),
        unmerge("M-1", DAY, "M-1"),
        merge("M-2", DAY, "D", "N"),
        by("N", opening("O-2", DAY, 30, "9999-12-31")),
        by("N", redeem("S-9", DAY, 20)));
    world.write(
        unit -> {
          new SettingRows(unit).put(ClosedPeriod.CLOSED, "2025-06-30");
          return true;
        });
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** A request and the answer that it gets. */
  record Row(Request request, Refusal refusal) {
    @Override
    public String toString() {
      return refusal + " " + request.key().id();
    }
  }

  private static Row row(Refusal refusal, Request request) {
    return new Row(request, refusal);
  }

  static List<Row> rows() {
    return Stream.of(
            identities(), moments(), nouns(), returns(), holds(), pairs(), spending(), corrections())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Row> identities() {
    return List.of(
        row(Refusal.ID_REUSED, redeem("S-1", DAY, 25)),
        row(Refusal.MEMBER_NOT_FOUND, by("Z", purchase("X", DAY, 10))),
        row(Refusal.MEMBER_NOT_FOUND, by("Z", giveBack("X", DAY, "none"))),
        row(Refusal.PURCHASE_NOT_FOUND, giveBack("X", DAY, "S-1")),
        row(Refusal.REDEMPTION_NOT_FOUND, reverse("X", DAY, "P-1")),
        row(Refusal.HOLD_NOT_FOUND, capture("X", DAY, "P-1")),
        row(Refusal.HOLD_NOT_FOUND, release("X", DAY, "none")),
        row(Refusal.MEMBER_NOT_FOUND, transfer("X", "2019-01-01", "Z", 0)),
        row(Refusal.MERGE_NOT_FOUND, unmerge("X", DAY, "P-1")),
        row(Refusal.OTHER_MEMBER, giveBack("X", DAY, "P-2")),
        row(Refusal.OTHER_MEMBER, by("M", unmerge("X", DAY, "M-2"))),
        row(Refusal.SAME_MEMBER, transfer("X", "2019-01-01", "M", 0)));
  }

  private static List<Row> moments() {
    return List.of(
        row(Refusal.NO_PROGRAMME, purchase("X", "2019-12-31", 10)),
        row(Refusal.EVENT_IN_FUTURE, purchase("X", "2030-01-02", 10)),
        row(Refusal.EVENT_BEFORE_ENROLMENT, purchase("X", "2024-12-31", 10)),
        row(Refusal.PERIOD_CLOSED, purchase("X", "2025-06-30", 10)),
        row(Refusal.MEMBER_MERGED, by("D", purchase("X", DAY, 10))),
        row(Refusal.MEMBER_MERGED, transfer("X", DAY, "D", 0)));
  }

  private static List<Row> nouns() {
    var elsewhere = new Where("", "", "florist", "", "");
    return List.of(
        row(Refusal.ACTIVITY_NOT_FOUND, activity("X", DAY, "swim")),
        row(Refusal.SURVEY_NOT_FOUND, survey("X", DAY, "npx")),
        row(Refusal.REWARD_NOT_FOUND, reward("X", DAY, "boat")),
        row(Refusal.TIER_NOT_FOUND, tier("X", DAY, "platinum")),
        row(
            Refusal.PARTNER_NOT_FOUND,
            facts(purchase("X", DAY, 10), facts -> facts.withWhere(elsewhere))),
        row(Refusal.LINE_NOT_FOUND, giveBackLines("X", DAY, "P-1", "3")),
        row(Refusal.LINE_NOT_FOUND, giveBackLines("X", DAY, "P-1", "1,3")));
  }

  private static List<Row> returns() {
    return List.of(
        row(Refusal.ALREADY_RETURNED, giveBackLines("X", DAY, "P-1", "1")),
        row(Refusal.ALREADY_RETURNED, giveBack("X", DAY, "P-3")),
        row(Refusal.ALREADY_RETURNED, giveBack("X", DAY, "P-3", 5)),
        row(Refusal.RETURN_EXCEEDS_PURCHASE, giveBack("X", DAY, "P-1", 71)),
        row(Refusal.ALREADY_REVERSED, reverse("X", DAY, "S-1")));
  }

  private static List<Row> holds() {
    return List.of(
        row(Refusal.HOLD_ENDED, capture("X", DAY, "H-1")),
        row(Refusal.HOLD_ENDED, release("X", "2026-06-02", "H-1")),
        row(Refusal.HOLD_OVERDUE, capture("X", "2026-06-02", "H-2")),
        row(Refusal.CAPTURE_EXCEEDS_HOLD, Ask.paying(capture("X", DAY, "H-2"), 21)));
  }

  private static List<Row> pairs() {
    return List.of(
        row(Refusal.HOLDS_OPEN, merge("X", DAY, "M", "N")),
        row(Refusal.ALREADY_UNMERGED, unmerge("X", DAY, "M-1")),
        row(Refusal.SPENT_SINCE, unmerge("X", DAY, "M-2")),
        row(Refusal.TIER_NOT_HIGHER, by("N", tier("X", DAY, "base"))),
        row(Refusal.TIER_NOT_GIVEN, tier("X", DAY, "")),
        row(Refusal.NOTHING_TO_SPEND, transfer("X", DAY, "N", 0)),
        row(Refusal.POINTS_INSUFFICIENT, transfer("X", DAY, "N", 10_000)),
        row(Refusal.TRANSFER_LIMIT, transfer("X", DAY, "N", 51)));
  }

  private static List<Row> spending() {
    return List.of(
        row(Refusal.NOTHING_TO_SPEND, redeem("X", DAY, 0)),
        row(Refusal.BELOW_MINIMUM, redeem("X", DAY, 19)),
        row(Refusal.NOT_A_STEP, redeem("X", DAY, 33)),
        row(Refusal.SHARE_EXCEEDED, paying(purchase("X", DAY, 100), 55)),
        row(Refusal.SHARE_EXCEEDED, paying(purchase("X", DAY, 0), 20)),
        row(Refusal.REWARD_NOT_OFFERED, reward("X", DAY, "old")),
        row(Refusal.TIER_TOO_LOW, reward("X", DAY, "pin")),
        row(Refusal.CONSENT_MISSING, reward("X", DAY, "tea")),
        row(Refusal.STOCK_EMPTY, reward("X", DAY, "mug")),
        row(Refusal.POINTS_INSUFFICIENT, redeem("X", DAY, 10_000)),
        row(Refusal.POINTS_INSUFFICIENT, reward("X", DAY, "car")),
        row(Refusal.POINTS_INSUFFICIENT, hold("X", DAY, 10_000, "2026-06-01")),
        row(Refusal.POINTS_INSUFFICIENT, redeem("X", "2026-05-04", 20)),
        row(Refusal.CAP_REACHED, activity("X", DAY, "visit")));
  }

  private static List<Row> corrections() {
    return List.of(
        row(Refusal.POINTS_INSUFFICIENT, adjust("X", DAY, -10_000)),
        row(Refusal.LIMIT_EXCEEDED, adjust("X", DAY, 51)),
        row(Refusal.LIMIT_EXCEEDED, adjust("X", DAY, -26)),
        row(Refusal.SECOND_PERSON_NEEDED, adjust("X", DAY, 51).proposedBy("anna")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void leaveNoTraceAndCanBeSentAgain(Row row) {
    var before = List.of(world.account().events(), world.account().lots());
    for (var time = 1; time <= 2; time++) {
      var answer = assertInstanceOf(Answer.Refused.class, world.answer(row.request));
      assertEquals(row.refusal, answer.refusal());
      assertEquals(row.refusal.name(), answer.problem().code());
    }
    assertEquals(before, List.of(world.account().events(), world.account().lots()));
  }

  @Test
  void areMetInTheOrderOfTheEnum() {
    var met = new ArrayList<Refusal>();
    for (var row : rows()) if (!met.contains(row.refusal)) met.add(row.refusal);
    met.sort(null);
    var others =
        List.of(
            // Those of ClosedMemberTest and BetweenTest, the registry's, the programme's, the close command's and the screens' own.
            Refusal.MEMBER_AMBIGUOUS, Refusal.CARD_TAKEN,
            Refusal.PHONE_TAKEN, Refusal.EMAIL_TAKEN,
            Refusal.MEMBER_LEFT, Refusal.MEMBER_BLOCKED, Refusal.TRANSFER_NOT_OFFERED, Refusal.CLOSE_BACKWARDS, Refusal.CLOSE_AHEAD,
            Refusal.VERSION_BACKWARDS, Refusal.VERSION_NOT_FOUND, Refusal.ENTRY_NOT_FOUND,
            Refusal.SEGMENT_NOT_FOUND, Refusal.GOAL_NOT_FOUND, Refusal.ADJUSTMENT_NOT_FOUND, Refusal.UNITS_FIXED,
            Refusal.PILOT_NOT_FOUND, Refusal.PILOT_ASSIGNED, Refusal.PILOT_EMPTY, Refusal.PILOT_FINISHED,
            Refusal.RUN_NOT_FOUND, Refusal.RUN_IRREVERSIBLE);
    var missing = new ArrayList<>(List.of(Refusal.values()));
    missing.removeAll(met);
    missing.removeAll(others);
    assertEquals(List.of(), missing, "refusals that no row of this table meets");
  }

  @Test
  void withoutAProgrammeAnUnknownMemberIsNamedFirst() {
    world.apply(new ProgrammeHistory(List.of()));
    refuses(Refusal.NO_PROGRAMME, purchase("X", DAY, 10));
    refuses(Refusal.MEMBER_NOT_FOUND, by("Z", purchase("X", DAY, 10)));
  }

  @Test
  void ofTwoReasonsTheEarlierOneIsTold() {
    refuses(Refusal.MEMBER_NOT_FOUND, by("Z", purchase("X", "2019-01-01", 10)));
    refuses(Refusal.NO_PROGRAMME, redeem("X", "2019-01-01", 0));
    refuses(Refusal.EVENT_BEFORE_ENROLMENT, redeem("X", "2024-06-01", 0));
    refuses(Refusal.PERIOD_CLOSED, activity("X", "2025-06-01", "swim"));
    refuses(Refusal.BELOW_MINIMUM, redeem("X", DAY, 7));
    refuses(Refusal.NOT_A_STEP, paying(purchase("X", DAY, 10), 10_001));
    refuses(Refusal.SHARE_EXCEEDED, paying(purchase("X", DAY, 100), 10_000));
    refuses(Refusal.POINTS_INSUFFICIENT, adjust("X", DAY, -10_000));
  }

  private void refuses(Refusal refusal, Request request) {
    var answer = assertInstanceOf(Answer.Refused.class, world.answer(request));
    assertEquals(refusal, answer.refusal());
    assertTrue(world.account().events() >= 1);
  }
}
