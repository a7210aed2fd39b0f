package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.adjust;
import static dev.kopilka.ledger.Ask.capture;
import static dev.kopilka.ledger.Ask.hold;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.paying;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.redeem;
import static dev.kopilka.ledger.Ask.release;
import static dev.kopilka.ledger.Ask.reverse;
import static dev.kopilka.ledger.Ask.reward;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.Programme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spending: which lots, how much of a receipt, holds, rewards, expiry, corrections. */
class SpendingTest {
  private static final String DAY = "2026-05-05";
  private static final String REWARDS =
      Rules.BASE + "\nrewards: [{ code: mug, name: Mug, cost: 40, stock: 1 }]\n";

  @TempDir Path folder;

  private World world() {
    return world(Rules.of(REWARDS));
  }

  private World world(Programme programme) {
    return new World(folder, programme);
  }

  private static List<String> draws(World world, Request request) {
    return world.post(request).entries().getFirst().draws().stream()
        .map(draw -> draw.lot().entry() + ":" + draw.points())
        .toList();
  }

  @Test
  void takesTheEarliestExpiryFirstAndTheNeverExpiringLast() {
    try (var world = world()) {
      world.all(
          opening("O-1", DAY, 10, "9999-12-31"),
          opening("O-2", DAY, 10, "2026-08-01"),
          opening("O-3", DAY, 10, "2026-07-01"),
          opening("O-4", "2026-05-01", 10, "2026-08-01"));
      assertEquals(List.of("3:10", "4:10", "2:10", "1:5"), draws(world, redeem("S", DAY, 35)));
    }
  }

  @Test
  void lotsWithTheSameDatesGoByTheirNumber() {
    try (var world = world()) {
      world.all(opening("O-1", DAY, 10, "2026-08-01"), opening("O-2", DAY, 10, "2026-08-01"));
      assertEquals(List.of("1:10", "2:1"), draws(world, redeem("S", DAY, 11)));
    }
  }

  @Test
  void pointsLiveThroughTheirLastGoodDayAndAreDeadTheNextWithoutAnyClosing() {
    try (var world = world()) {
      world.all(opening("O", DAY, 10, "2026-06-30"));
      world.has("2026-06-30", 10).has("2026-07-01", 0);
      refuses(world, Refusal.POINTS_INSUFFICIENT, redeem("S-1", "2026-07-01", 1));
      world.all(redeem("S-2", "2026-06-30", 4));
      var closed = world.close("2026-07-01");
      assertEquals(1, closed.size());
      assertEquals(EntryKind.EXPIRE, closed.getFirst().kind());
      assertEquals(-6, closed.getFirst().points());
      assertEquals(6, world.account().totals().expired());
    }
  }

  @Test
  void closingTwiceDoesNothingTheSecondTime() {
    try (var world = world()) {
      world.all(opening("O-1", DAY, 10, "2026-06-30"), opening("O-2", DAY, 10, "2026-07-30"));
      assertEquals(1, world.close("2026-07-15").size());
      assertEquals(0, world.close("2026-07-15").size());
      assertEquals(0, world.close("2026-07-01").size());
      assertEquals(10, world.account().balance());
    }
  }

  @Test
  void pendingPointsAreBesideTheBalanceThatCanBeSpent() {
    var rule = "earn: [{ code: base, on: purchase, give: { points: 9 }, hold: P14D }]";
    try (var world = world(Rules.of(rule))) {
      world.all(purchase("P", DAY, 1)).has(DAY, 0, 9, 0, 0).has("2026-05-18", 0, 9, 0, 0);
      refuses(world, Refusal.POINTS_INSUFFICIENT, redeem("S", "2026-05-18", 1));
      world.has("2026-05-19", 9).all(redeem("S", "2026-05-19", 9));
    }
  }

  @ParameterizedTest
  @CsvSource({"30, true", "31, false", "25, true", "24, false", "20, false"})
  void aReceiptTakesItsShareInWholeStepsFromTheMinimumOn(long points, boolean taken) {
    // 30 % of 100 roubles, in fives, 25 at least.
    var head = Rules.HEADED.spending("30%", 5, 25);
    try (var world = world(head.with(Rules.BASE))) {
      world.all(opening("O", DAY, 100, "9999-12-31"));
      var answer = world.answer(paying(purchase("P", DAY, 100), points));
      assertEquals(taken, answer instanceof Answer.Recorded);
    }
  }

  @Test
  void aHoldReservesAndACaptureOfAPartReleasesTheRest() {
    try (var world = world()) {
      world.all(
          opening("O-1", DAY, 10, "2026-07-01"),
          opening("O-2", DAY, 10, "9999-12-31"),
          hold("H", DAY, 15, "2026-06-01"));
      world.has(DAY, 5, 0, 15, 0);
      refuses(world, Refusal.POINTS_INSUFFICIENT, redeem("S", DAY, 6));
      world.all(paying(capture("C", DAY, "H"), 12)).has(DAY, 8);
      refuses(world, Refusal.HOLD_ENDED, release("L", DAY, "H"));
      assertEquals(12, world.account().totals().redeemed());
    }
  }

  @Test
  void theLastDayOfAHoldIsGoodAndItsCloseReleasesItTheDayAfter() {
    try (var world = world()) {
      world.all(opening("O", DAY, 10, "9999-12-31"), hold("H", DAY, 10, "2026-06-01"));
      assertEquals(0, world.close("2026-06-01").size());
      refuses(world, Refusal.HOLD_OVERDUE, capture("C", "2026-06-02", "H"));
      assertEquals(EntryKind.RELEASE, world.close("2026-06-02").getFirst().kind());
      world.has("2026-06-02", 10);
      refuses(world, Refusal.HOLD_ENDED, capture("C", "2026-06-01", "H"));
    }
  }

  @Test
  void aLotHeldOverItsExpiryCanBeCapturedAndElseDies() {
    try (var world = world()) {
      world.all(
          opening("O", DAY, 20, "2026-05-10"),
          hold("H-1", DAY, 5, "2026-06-01"),
          hold("H-2", DAY, 5, "2026-06-01"));
      assertEquals(List.of(-10L), world.close("2026-05-20").stream().map(e -> e.points()).toList());
      world.all(capture("C", "2026-05-20", "H-1"), release("L", "2026-05-20", "H-2"));
      world.has("2026-05-20", 0);
      assertEquals(5, world.account().balance());
      assertEquals(List.of(-5L), world.close("2026-05-21").stream().map(e -> e.points()).toList());
      assertEquals(0, world.account().balance());
    }
  }

  @Test
  void aRewardTakesItsUnitAndAReversalGivesBothBack() {
    try (var world = world()) {
      world.all(opening("O", DAY, 100, "9999-12-31"), reward("S-1", DAY, "mug"));
      refuses(world, Refusal.STOCK_EMPTY, reward("S-2", DAY, "mug"));
      world.all(reverse("V", DAY, "S-1")).has(DAY, 100);
      world.all(reward("S-2", DAY, "mug")).has(DAY, 60);
      refuses(world, Refusal.ALREADY_REVERSED, reverse("V-2", DAY, "S-1"));
    }
  }

  @Test
  void aCaptureAndARedemptionOfTheSameNumberAreReversedEachOnItsOwn() {
    try (var world = world()) {
      world.all(
          opening("O", DAY, 100, "9999-12-31"),
          redeem("7", DAY, 10),
          hold("H", DAY, 20, "2026-06-01"),
          capture("7", DAY, "H"),
          reverse("V-1", DAY, "7"));
      world.has(DAY, 80);
      world.all(reverse("V-2", DAY, "captures:7")).has(DAY, 100);
    }
  }

  @Test
  void spentPointsComeBackToTheirOwnLots() {
    try (var world = world()) {
      world.all(
          opening("O-1", DAY, 10, "2026-07-01"),
          opening("O-2", DAY, 10, "2026-08-01"),
          redeem("S", DAY, 15));
      var before = world.account(1);
      world.all(reverse("V", "2026-05-06", "S"));
      assertEquals(1, before.lots().size());
      var lots = world.account().lots().stream().map(l -> l.entry() + " " + l.remaining()).toList();
      assertEquals(List.of("1 10", "2 10"), lots);
      assertEquals(0, world.account().totals().redeemed());
    }
  }

  @Test
  void anAdjustmentDownIsNeverBelowWhatIsThere() {
    try (var world = world()) {
      world.all(opening("O", DAY, 10, "9999-12-31"), adjust("K-1", DAY, -10)).has(DAY, 0);
      refuses(world, Refusal.POINTS_INSUFFICIENT, adjust("K-2", DAY, -1));
    }
  }

  @Test
  void theDaysLimitCountsTheFirstAdjustmentOfABatchToo() {
    var rules = Rules.BASE + "\nadjust: { per_day: 70 }\n";
    try (var world = world(Rules.of(Rules.BASE))) {
      var from = java.time.LocalDate.parse("2026-05-01");
      world.apply(Rules.history(Rules.of(Rules.BASE), from, Rules.of(rules)));
      var answers =
          world.post(List.of(adjust("K-1", "2026-04-30", 50), adjust("K-2", DAY, 30)));
      assertInstanceOf(Answer.Recorded.class, answers.getFirst());
      assertInstanceOf(Answer.Refused.class, answers.getLast());
      world.actor("boris").all(adjust("K-2", DAY, 30));
      world.all(adjust("K-3", DAY, 500).proposedBy("anna"));
    }
  }

  @Test
  void whoLeavesLosesHoldsAndLots() {
    try (var world = world()) {
      world.all(opening("O", DAY, 10, "9999-12-31"), hold("H", DAY, 4, "2026-06-01"));
      world.all(Ask.leave("W", DAY)).has(DAY, 0);
      assertEquals(List.of(), world.account().holds());
      assertEquals(10, world.account().totals().expired());
    }
  }

  private static void refuses(World world, Refusal refusal, Request request) {
    var answer = assertInstanceOf(Answer.Refused.class, world.answer(request));
    assertEquals(refusal, answer.refusal());
  }
}
