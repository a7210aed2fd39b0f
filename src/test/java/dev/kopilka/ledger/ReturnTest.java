package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.capture;
import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.giveBackLines;
import static dev.kopilka.ledger.Ask.hold;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.paying;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.receipt;
import static dev.kopilka.ledger.Ask.redeem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Facts;
import dev.kopilka.program.Programme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goods that come back: what was booked is taken back, what was spent goes home. */
class ReturnTest {
  private static final String DAY = "2026-05-05";
  private static final String EXPIRING =
      "earn: [{ code: base, on: purchase, give: { points: 1, per: \"1.00\" }, expire: { after: P1M } }]";

  @TempDir Path folder;

  private World world() {
    return world(Rules.of(Rules.BASE));
  }

  private World world(Programme programme) {
    return new World(folder, programme);
  }

  private static World policy(Path folder, String policy, String rules) {
    return new World(folder, Rules.HEADED.returns(policy, "lost").with(rules));
  }

  @Test
  void aWholeReturnTakesAllBack() {
    try (var world = world()) {
      world.all(purchase("P", DAY, 100), giveBack("R", "2026-05-06", "P")).has(DAY, 0);
      assertEquals(0, world.account().totals().earned());
      assertEquals(0, world.account().totals().spend());
      assertEquals(1, world.account().totals().purchases());
    }
  }

  @Test
  void whatWasBookedIsTakenBackNotWhatTodaysRuleWouldGive() {
    var generous = Rules.of(Rules.BASE.replace("points: 1", "points: 9"));
    try (var world = world()) {
      world.all(purchase("P", DAY, 100));
      world.apply(Rules.history(Rules.of(Rules.BASE), LocalDate.parse("2026-05-06"), generous));
      world.all(giveBack("R", "2026-05-07", "P")).has("2026-05-07", 0);
    }
  }

  @Test
  void linesTakeBackTheirOwnShares() {
    try (var world = world()) {
      world.all(receipt("P", DAY, "tea 30", "bread 70"), giveBackLines("R", DAY, "P", "2"));
      world.has(DAY, 30).all(giveBackLines("R-2", DAY, "P", "1")).has(DAY, 0);
    }
  }

  @Test
  void aLineNamedTwiceComesBackOnce() {
    try (var world = world()) {
      world.all(receipt("P", DAY, "tea 30", "bread 70"), giveBackLines("R", DAY, "P", "1,1"));
      world.has(DAY, 70);
      assertEquals(7000, world.account().totals().spend());
    }
  }

  @Test
  void partsByMoneyRoundDownAndTheLastTakesTheRemainder() {
    var rule = "earn: [{ code: base, on: purchase, give: { points: 100 } }]";
    try (var world = world(Rules.of(rule))) {
      world.all(purchase("P", DAY, 3));
      world.all(giveBack("R-1", DAY, "P", 1)).has(DAY, 67);
      world.all(giveBack("R-2", DAY, "P", 1)).has(DAY, 34);
      world.all(giveBack("R-3", DAY, "P")).has(DAY, 0);
    }
  }

  @Test
  void linesAndMoneyMayMix() {
    try (var world = world()) {
      world.all(receipt("P", DAY, "tea 30", "bread 70"), giveBack("R-1", DAY, "P", 10));
      world.has(DAY, 90).all(giveBackLines("R-2", DAY, "P", "2")).has(DAY, 20);
      world.all(giveBack("R-3", DAY, "P")).has(DAY, 0);
    }
  }

  @Test
  void aReceiptOverNothingComesBackOnce() {
    var rule = "earn: [{ code: base, on: purchase, give: { points: 7 } }]";
    try (var world = world(Rules.of(rule))) {
      world.all(purchase("P", DAY, 0)).has(DAY, 7).all(giveBack("R", DAY, "P")).has(DAY, 0);
    }
  }

  @Test
  void pendingPointsAreCancelledWholeInsideThePeriod() {
    var rule = "earn: [{ code: base, on: purchase, give: { points: 9 }, hold: P14D }]";
    for (var policy : List.of("to_debt", "to_zero", "pending_only")) {
      var own = folder.resolve(policy);
      assertEquals(true, own.toFile().mkdir());
      try (var world = policy(own, policy, rule)) {
        world.all(purchase("P", DAY, 1), giveBack("R", "2026-05-18", "P"));
        world.has("2026-05-18", 0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"to_debt, 0, 60, 0", "to_zero, 0, 0, 60", "pending_only, 40, 0, 100"})
  void whenThePointsAreGoneThePolicyDecides(String policy, long left, long debt, long shortfall) {
    try (var world = policy(folder, policy, Rules.BASE)) {
      world.all(purchase("P", DAY, 100), redeem("S", DAY, 60));
      assertEquals(shortfall, world.post(giveBack("R", DAY, "P")).shortfall());
      world.has(DAY, left, 0, 0, debt);
    }
  }

  @Test
  void otherLotsAreTakenBeforeADebtIsMade() {
    try (var world = world()) {
      world.all(
          purchase("P", DAY, 100),
          opening("O", DAY, 50, "9999-12-31"),
          redeem("S", DAY, 100),
          giveBack("R", DAY, "P"));
      world.has(DAY, 0, 0, 0, 50);
    }
  }

  @Test
  void laterCreditsSettleTheDebtBeforeTheyOpenALot() {
    try (var world = world()) {
      world.all(purchase("P", DAY, 100), redeem("S", DAY, 60), giveBack("R", DAY, "P"));
      var entry = world.post(purchase("P-2", DAY, 25)).entries().getFirst();
      assertEquals(List.of(25L, 0L), List.of(entry.points(), entry.opened()));
      world.has(DAY, 0, 0, 0, 35).all(opening("O", DAY, 50, "9999-12-31"));
      world.has(DAY, 15).all(redeem("S-2", DAY, 15)).has(DAY, 0);
    }
  }

  @Test
  void spentPointsGoBackToTheirOwnLotsAndADebtHasItsPartFirst() {
    try (var world = world()) {
      world.all(
          opening("O-1", DAY, 20, "2026-07-01"),
          opening("O-2", DAY, 20, "2026-08-01"),
          paying(purchase("P", DAY, 100), 30),
          giveBack("R", "2026-05-06", "P"));
      var lots = world.account().lots().stream().map(l -> l.entry() + " " + l.remaining()).toList();
      assertEquals(List.of("1 20", "2 20"), lots);
    }
  }

  @ParameterizedTest
  @CsvSource({"lost, 0, 30", "restore_for P14D, 30, 0"})
  void spentPointsThatLapsedMeanwhileAreLostOrLiveAWhile(String lapsed, long back, long lost) {
    var head = Rules.HEADED.returns("to_debt", lapsed);
    try (var world = world(head.with(Rules.BASE))) {
      world.all(opening("O", DAY, 30, "2026-06-01"), paying(purchase("P", DAY, 100), 30));
      var post = world.post(giveBack("R", "2026-06-02", "P"));
      assertEquals(lost, post.shortfall());
      world.has("2026-06-16", back).has("2026-06-17", 0);
    }
  }

  @Test
  void whatLapsedIsNotAskedForAgain() {
    try (var world = world(Rules.of(EXPIRING))) {
      world.all(purchase("P", DAY, 100), redeem("S", DAY, 30));
      world.close("2026-06-06");
      assertEquals(70, world.account().totals().expired());
      world.all(giveBack("R", "2026-06-07", "P")).has("2026-06-07", 0, 0, 0, 30);
    }
  }

  @Test
  void whatLapsedBetweenTwoPartialReturnsIsNotAskedForAgain() {
    try (var world = world(Rules.of(EXPIRING))) {
      world.all(purchase("P", DAY, 100), giveBack("R-1", DAY, "P", 50)).has(DAY, 50);
      world.close("2026-06-06");
      world.all(giveBack("R-2", "2026-06-07", "P")).has("2026-06-07", 0, 0, 0, 0);
    }
  }

  @Test
  void buyingAndGivingBackMintsNothing() {
    try (var world = world()) {
      world.all(opening("O", DAY, 100, "9999-12-31"));
      for (var i = 0; i < 5; i++) {
        world.all(paying(purchase("P" + i, DAY, 200), 100), giveBack("R" + i, DAY, "P" + i));
        world.has(DAY, 100);
      }
    }
  }

  @Test
  void partialReturnsGiveBackSpentPointsInProportionAndAllInTheEnd() {
    try (var world = world()) {
      world.all(opening("O", DAY, 10, "9999-12-31"), paying(purchase("P", DAY, 30), 10));
      world.has(DAY, 20).all(giveBack("R-1", DAY, "P", 10));
      // A third of 20 earned and of 10 spent: 6 go, 3 come.
      world.has(DAY, 17).all(giveBack("R-2", DAY, "P")).has(DAY, 10);
    }
  }

  @Test
  void aReturnNamesItsPurchaseByAnotherSourceToo() {
    try (var world = world()) {
      var sold = purchase("7", DAY, 10);
      var till = new dev.kopilka.model.Key("till", "7");
      world.post(
          new dev.kopilka.ledger.draft.Request(
              sold.kind(), till, "M", sold.occurredAt(), sold.facts()));
      var post = world.post(giveBack("R", DAY, "till:7"));
      assertEquals("till:7", post.event().facts().reference());
      assertEquals(EntryKind.RETURN, post.entries().getFirst().kind());
      assertEquals(Facts.NONE.discount(), post.event().facts().discount());
    }
  }

  @Test
  void capturedPointsAreSpentForGood() {
    try (var world = world()) {
      world.all(purchase("P", DAY, 100), hold("H", DAY, 100, "2026-06-01"));
      world.all(capture("C", DAY, "H"), giveBack("R", DAY, "P")).has(DAY, 0, 0, 0, 100);
    }
  }
}
