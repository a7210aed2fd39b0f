package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.activity;
import static dev.kopilka.ledger.Ask.adjust;
import static dev.kopilka.ledger.Ask.ask;
import static dev.kopilka.ledger.Ask.capture;
import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.hold;
import static dev.kopilka.ledger.Ask.merge;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.redeem;
import static dev.kopilka.ledger.Ask.release;
import static dev.kopilka.ledger.Ask.reverse;
import static dev.kopilka.ledger.Ask.tier;
import static dev.kopilka.ledger.Ask.transfer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member may do who is blocked or has left, by either side of a request. */
class ClosedMemberTest {
  private static final String DAY = "2026-05-05";
  private static final String RULES =
      Rules.BASE
          + """

          activities: [{ code: visit, name: Visit }]
          tiers:
            by: spend
            levels: [{ code: base, name: B, from: "0.00" }, { code: gold, name: G, from: "9000.00" }]
          transfer: { per_month: 50 }
          """;

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder, Rules.of(RULES));
    world.enrol("N", "2025-01-01");
    world.all(
        opening("O-1", DAY, 300, "9999-12-31"),
        Ask.by("N", opening("O-2", DAY, 300, "9999-12-31")),
        purchase("P-1", DAY, 10),
        hold("H-2", DAY, 20, "2026-06-01"),
        redeem("S-2", DAY, 20));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void refuses(Refusal refusal, Request request) {
    var answer = assertInstanceOf(Answer.Refused.class, world.answer(request));
    assertEquals(refusal, answer.refusal());
  }

  @Test
  void theBlockedMayReturnAndBeMendedButNeitherEarnNorSpend() {
    world.status("M", MemberStatus.BLOCKED);
    var refused =
        List.of(
            purchase("X", DAY, 10), activity("X", DAY, "visit"), redeem("X", DAY, 20),
            hold("X", DAY, 20, "2026-06-01"), capture("X", DAY, "H-2"),
            ask(EventKind.ENROLMENT, "X", "M", DAY), transfer("X", DAY, "N", 5),
            Ask.by("N", transfer("X", DAY, "M", 5)), merge("X", DAY, "M", "N"),
            merge("X", DAY, "N", "M"));
    for (var request : refused) refuses(Refusal.MEMBER_BLOCKED, request);
    world.all(
        giveBack("R-9", DAY, "P-1"), adjust("K-9", DAY, 5), opening("O-9", DAY, 5, "2027-01-01"),
        release("L-9", DAY, "H-2"), reverse("V-9", DAY, "S-2"), tier("G-9", DAY, "gold"),
        Ask.leave("W-9", DAY));
  }

  @Test
  void whoLeftDoesNothingMore() {
    world.all(Ask.leave("W-1", DAY)).has(DAY, 0);
    var refused =
        List.of(
            purchase("X", DAY, 10), giveBack("X", DAY, "P-1"), tier("X", DAY, "gold"),
            Ask.by("N", transfer("X", DAY, "M", 5)), merge("X", DAY, "N", "M"));
    for (var request : refused) refuses(Refusal.MEMBER_LEFT, request);
    refuses(Refusal.MEMBER_LEFT, Ask.leave("X", DAY));
  }

  @Test
  void ofTwoMembersTheEarlierReasonIsTold() {
    world.status("M", MemberStatus.BLOCKED);
    world.all(Ask.by("N", Ask.leave("W-1", DAY)));
    refuses(Refusal.MEMBER_LEFT, transfer("X", DAY, "N", 5));
  }
}
