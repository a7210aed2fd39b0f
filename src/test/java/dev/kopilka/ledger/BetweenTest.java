package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.activity;
import static dev.kopilka.ledger.Ask.by;
import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.merge;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.paying;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.redeem;
import static dev.kopilka.ledger.Ask.reverse;
import static dev.kopilka.ledger.Ask.tier;
import static dev.kopilka.ledger.Ask.transfer;
import static dev.kopilka.ledger.Ask.unmerge;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Lot;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.Programme;
import dev.kopilka.store.rows.MemberRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Points that go to another member, two cards of one person, and a tier that goes along. */
class BetweenTest {
  private static final Programme RULES =
      Rules.of(
          """
          earn:
            - { code: base, on: purchase, give: { points: 1, per: "1.00" }, expire: { after: P2M } }
            - { code: slow, on: "activity:visit", give: { points: 5 }, hold: P14D,
                expire: { policy: inactivity, after: P1M } }
          activities: [{ code: visit, name: Visit }]
          tiers:
            by: spend
            window: rolling P12M
            validity: P3M
            levels:
              - { code: base, name: B, from: "0.00" }
              - { code: silver, name: S, from: "100.00" }
              - { code: gold, name: G, from: "500.00" }
          transfer: { per_month: 60 }
          """);
  private static final String DAY = "2026-05-05";

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder, RULES);
    world.enrol("N", "2025-01-01");
    world.enrol("O", "2025-01-01");
  }

  /** Whatever a test did, what is stored must follow from the events and entries. */
  @AfterEach
  void close() {
    for (var member = 1L; member <= 3; member++) Proof.of(world, Rules.history(RULES), member);
    world.close();
  }

  private List<String> lots(long member) {
    return world.account(member).lots().stream().map(BetweenTest::text).toList();
  }

  private static String text(Lot lot) {
    return lot.rule() + " " + lot.remaining() + " until " + lot.terms().expiresOn();
  }

  private List<String> standings(long member) {
    return world.account(member).standings().stream()
        .map(s -> s.tier() + " " + s.from() + " " + s.until())
        .toList();
  }

  private void refuses(Refusal refusal, Request request) {
    assertEquals(refusal, assertInstanceOf(Answer.Refused.class, world.answer(request)).refusal());
  }

  @Test
  void lotsGoWithTheirDatesAndPendingOnesStay() {
    world.all(
        purchase("P-1", "2026-04-01", 20),
        purchase("P-2", "2026-05-01", 20),
        activity("A-1", DAY, "visit"),
        transfer("T-1", DAY, "N", 30));
    assertEquals(
        List.of("base 20 until 2026-06-01", "base 10 until 2026-07-01"), lots(2));
    world.has(DAY, 10, 5, 0, 0);
    refuses(Refusal.POINTS_INSUFFICIENT, transfer("T-2", DAY, "N", 11));
    assertInstanceOf(Answer.Repeated.class, world.answer(transfer("T-1", DAY, "N", 30)));
  }

  @Test
  void aMonthsLimitCountsWhatWasGivenInThatMonth() {
    world.all(
        opening("O-1", DAY, 500, "9999-12-31"),
        transfer("T-1", DAY, "N", 40),
        transfer("T-2", "2026-05-31", "O", 20));
    refuses(Refusal.TRANSFER_LIMIT, transfer("T-3", "2026-05-31", "N", 1));
    world.all(transfer("T-4", "2026-06-01", "N", 60));
    // What one got from others is no gift of one's own.
    world.all(by("N", transfer("T-5", "2026-06-01", "O", 60)));
  }

  @Test
  void pointsThatComeSettleADebtFirst() {
    world.all(
        opening("O-1", DAY, 50, "9999-12-31"),
        by("N", purchase("P-1", DAY, 30)),
        by("N", redeem("S-1", DAY, 30)),
        by("N", giveBack("R-1", DAY, "P-1")),
        transfer("T-1", DAY, "N", 40));
    assertEquals(List.of("reason 10 until 9999-12-31"), lots(2));
    assertEquals(0, world.account(2).debt());
  }

  @Test
  void withoutTermsForItNothingIsTransferred() throws Exception {
    try (var other = new World(Files.createDirectory(folder.resolve("other")), Rules.of(Rules.BASE))) {
      other.enrol("N", "2025-01-01");
      other.all(purchase("P-1", DAY, 20));
      var answer = assertInstanceOf(Answer.Refused.class, other.answer(transfer("T", DAY, "N", 5)));
      assertEquals(Refusal.TRANSFER_NOT_OFFERED, answer.refusal());
    }
  }

  @Test
  void aMergeMovesLotsDebtAndTotalsAndTheHigherTierStays() {
    world.all(
        purchase("P-1", "2026-05-01", 120),
        activity("A-1", DAY, "visit"),
        by("N", purchase("P-2", "2026-04-01", 30)),
        merge("M-1", DAY, "M", "N"));
    assertEquals(List.of(), lots(1));
    assertEquals(
        List.of(
            "base 30 until 2026-06-01", "slow 5 until 2026-06-19", "base 120 until 2026-07-01"),
        lots(2));
    assertEquals(List.of("silver 2026-05-05 2026-08-01"), standings(2));
    assertEquals(15_000, world.account(2).totals().spend());
    assertEquals(0, world.account(1).totals().spend());
    var code = world.<String>write(u -> new MemberRows(u).byCode("M").orElseThrow().status().word());
    assertEquals(MemberStatus.MERGED.word(), code);
    refuses(Refusal.MEMBER_MERGED, purchase("P-3", DAY, 10));
    // Both cards' purchases count for the next tier: 120 + 30 + 350.
    world.all(by("N", purchase("P-4", DAY, 350)));
    assertEquals("gold", world.account(2).standings().getLast().tier());
  }

  @Test
  void goodsBoughtWithTheOldCardComeBackAndWhatTheyEarnedIsTakenOnce() {
    world.all(
        purchase("P-1", DAY, 100),
        merge("M-1", DAY, "M", "N"),
        by("", giveBack("R-1", DAY, "P-1", 40)),
        giveBack("R-2", DAY, "P-1", 60));
    assertEquals(List.of(), lots(2));
    assertEquals(0, world.account(2).debt());
    assertEquals(0, world.account(2).totals().spend());
    refuses(Refusal.ALREADY_RETURNED, by("N", giveBack("R-3", DAY, "P-1")));
    refuses(Refusal.SPENT_SINCE, unmerge("M-1", DAY, "M-1"));
  }

  @Test
  void whatLapsedAfterTheMergeIsNotAskedForAgain() {
    world.all(purchase("P-1", DAY, 100), merge("M-1", DAY, "M", "N")).close("2026-07-07");
    world.all(by("N", giveBack("R-1", "2026-07-07", "P-1")));
    assertEquals(0, world.account(2).debt());
  }

  @Test
  void whatAnEarlierReturnTookAndWhatLapsedAreToldApart() {
    world
        .all(
            purchase("P-1", DAY, 100),
            merge("M-1", DAY, "M", "N"),
            by("N", giveBack("R-1", DAY, "P-1", 40)))
        .close("2026-07-07");
    world.all(by("N", giveBack("R-2", "2026-07-07", "P-1", 60)));
    assertEquals(0, world.account(2).debt());
  }

  @Test
  void pointsSpentWithTheOldCardComeBackUnderTheirOwnTerms() {
    world.all(
        purchase("P-1", "2026-04-01", 50),
        purchase("P-2", "2026-05-01", 50),
        redeem("S-1", DAY, 70),
        merge("M-1", DAY, "M", "N"),
        by("N", reverse("V-1", DAY, "S-1")));
    assertEquals(
        List.of(
            "base 50 until 2026-06-01", "base 30 until 2026-07-01", "base 20 until 2026-07-01"),
        lots(2));
    refuses(Refusal.ALREADY_REVERSED, reverse("V-2", DAY, "S-1"));
  }

  @Test
  void twoMergesInARowAreFollowedToTheEnd() {
    world.all(
        paying(purchase("P-1", DAY, 100), 0),
        merge("M-1", DAY, "M", "N"),
        by("N", giveBack("R-1", DAY, "P-1", 30)),
        merge("M-2", DAY, "N", "O"),
        by("O", giveBack("R-2", DAY, "P-1", 70)));
    assertEquals(List.of(), lots(3));
    assertEquals(0, world.account(3).balance());
    refuses(Refusal.MEMBER_MERGED, unmerge("M-1", DAY, "M-1"));
  }

  @Test
  void anUnmergeLeavesNothingBehind() {
    world.all(
        purchase("P-1", "2026-05-01", 120),
        activity("A-1", DAY, "visit"),
        by("N", purchase("P-2", "2026-04-01", 30)));
    var before = List.of(lots(1), lots(2), world.account(1).totals(), world.account(2).totals());
    world.all(merge("M-1", DAY, "M", "N"), unmerge("M-1", DAY, "M-1"));
    var after = List.of(lots(1), lots(2), world.account(1).totals(), world.account(2).totals());
    assertEquals(before, after);
    assertEquals("base", world.account(2).standings().getLast().tier());
    world.all(purchase("P-5", DAY, 10), by("N", redeem("S-5", DAY, 30)));
    refuses(Refusal.ALREADY_UNMERGED, unmerge("X", DAY, "M-1"));
  }

  @Test
  void anUnmergeGivesADebtBackToWhoseItWas() {
    world.all(
        purchase("P-1", DAY, 30),
        redeem("S-1", DAY, 30),
        giveBack("R-1", DAY, "P-1"),
        by("N", purchase("P-2", DAY, 20)),
        merge("M-1", DAY, "M", "N"));
    assertEquals(List.of(0L, 10L), List.of(world.account(1).debt(), world.account(2).debt()));
    world.all(unmerge("M-1", DAY, "M-1"));
    assertEquals(List.of(30L, 0L), List.of(world.account(1).debt(), world.account(2).debt()));
    assertEquals(List.of("base 20 until 2026-07-05"), lots(2));
  }

  @Test
  void anUnmergeOwesAgainWhatTheOthersPointsHadPaid() {
    world.all(
        purchase("P-1", DAY, 50),
        by("N", purchase("P-2", DAY, 30)),
        by("N", redeem("S-1", DAY, 30)),
        by("N", giveBack("R-1", DAY, "P-2")),
        merge("M-1", DAY, "M", "N"));
    assertEquals(List.of("base 20 until 2026-07-05"), lots(2));
    world.all(unmerge("M-1", DAY, "M-1"));
    assertEquals(30, world.account(2).debt());
    assertEquals(List.of("base 50 until 2026-07-05"), lots(1));
  }

  @Test
  void aTierGivenByHandGoesAlongAndComesBack() {
    world.all(tier("G-1", DAY, "gold"), merge("M-1", DAY, "M", "N"));
    assertEquals("gold", world.account(2).granted().orElseThrow().tier());
    world.all(unmerge("M-1", DAY, "M-1"));
    assertEquals("base", world.account(2).standings().getLast().tier());
    assertEquals(List.of(), world.account(2).granted().stream().toList());
  }

  @Test
  void whatTheOtherCardDidKeepsALotAliveByInactivity() {
    world.all(
        activity("A-1", "2026-04-01", "visit"),
        merge("M-1", DAY, "M", "N"),
        by("N", activity("A-2", DAY, "visit")),
        unmerge("M-1", DAY, "M-1"));
    assertEquals(List.of("slow 5 until 2026-06-05"), lots(1));
  }

  @Test
  void bothEventsOfOneRequestStandUnderTheirOwnKeys() {
    world.all(opening("O-1", DAY, 50, "9999-12-31"));
    var post = world.post(transfer("T-1", DAY, "N", 40));
    var other = post.counterpart().orElseThrow();
    assertEquals("transfers.in", other.event().key().source());
    assertEquals("M", other.event().facts().subject());
    assertArrayEquals(world.account(2).head(), other.after().head());
    assertEquals(LocalDate.parse(DAY), other.entries().getFirst().terms().earnedOn());
  }
}
