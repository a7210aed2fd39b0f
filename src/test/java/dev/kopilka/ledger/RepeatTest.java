package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.by;
import static dev.kopilka.ledger.Ask.capture;
import static dev.kopilka.ledger.Ask.facts;
import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.hold;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.receipt;
import static dev.kopilka.ledger.Ask.redeem;
import static dev.kopilka.ledger.Ask.reverse;
import static dev.kopilka.ledger.Ask.reward;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Where;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same id again: the same content is heard once, other content is refused by its field. */
class RepeatTest {
  private static final String DAY = "2026-05-05";
  private static final String RULES =
      Rules.BASE + "\nrewards: [{ code: mug, name: Mug, cost: 4, stock: 3 }]\n";

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder, Rules.of(RULES));
    world.enrol("N", "2025-01-01");
    world.all(purchase("P-1", DAY, 50));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void repeats(Request request) {
    var before = world.account();
    assertInstanceOf(Answer.Repeated.class, world.answer(request));
    assertEquals(before.events(), world.account().events());
    assertEquals(before.balance(), world.account().balance());
  }

  private void differs(String field, Request request) {
    var refused = assertInstanceOf(Answer.Refused.class, world.answer(request));
    assertEquals(Refusal.ID_REUSED, refused.refusal());
    assertEquals(field, refused.problem().details().get("field"));
  }

  @Test
  void aRetryAfterATimeOutDoublesNothing() {
    repeats(purchase("P-1", DAY, 50));
    repeats(purchase("P-1", DAY, 50).noted("again"));
    assertEquals(50, world.account().balance());
  }

  @Test
  void aRepeatIsAskedBeforeEveryRule() {
    world.status("M", MemberStatus.BLOCKED);
    repeats(purchase("P-1", DAY, 50));
    world.today("2026-01-01");
    repeats(purchase("P-1", DAY, 50));
  }

  @Test
  void twiceInOneBatchIsOnce() {
    var answers = world.post(List.of(purchase("P-2", DAY, 10), purchase("P-2", DAY, 10)));
    assertInstanceOf(Answer.Recorded.class, answers.getFirst());
    assertInstanceOf(Answer.Repeated.class, answers.getLast());
    assertEquals(60, world.account().balance());
  }

  @Test
  void theSameIdForAnotherMemberIsNotTheSame() {
    differs("member", by("N", purchase("P-1", DAY, 50)));
    differs("member", by("Z", purchase("P-1", DAY, 50)));
  }

  @Test
  void theFirstFieldThatDiffersIsNamed() {
    var asked = purchase("P-1", DAY, 50);
    differs("occurred_at", purchase("P-1", "2026-05-06", 40));
    differs("amount", purchase("P-1", DAY, 40));
    differs("points", facts(asked, facts -> facts.withPoints(1)));
    differs("discount", facts(asked, facts -> facts.withDiscount(1)));
    differs("store", facts(asked, facts -> facts.withWhere(new Where("", "7", "", "", ""))));
    differs("lines", facts(asked, facts -> facts.withLines(receipt("", DAY, "a 1").facts().lines())));
    differs("attributes", facts(asked, facts -> facts.withAttributes("colour=red")));
    differs(
        "kind",
        new Request(EventKind.ACTIVITY, asked.key(), "M", asked.occurredAt(), asked.facts()));
  }

  @Test
  void whatTheLedgerFilledInIsNoDifference() {
    world.all(
        redeem("S-1", DAY, 5),
        reward("S-2", DAY, "mug"),
        reverse("V-1", DAY, "S-2"),
        hold("H-1", DAY, 5, "2026-06-01"),
        capture("C-1", DAY, "H-1"),
        giveBack("R-1", DAY, "P-1"));
    repeats(reverse("V-1", DAY, "S-2"));
    repeats(by("", reverse("V-1", DAY, "S-2")));
    repeats(capture("C-1", DAY, "H-1"));
    repeats(giveBack("R-1", DAY, "P-1"));
    differs("reference", reverse("V-1", DAY, "S-1"));
  }

  @Test
  void aRefusedRequestMayBeSentAgainAndIsRecordedThen() {
    assertInstanceOf(Answer.Refused.class, world.answer(redeem("S-1", DAY, 60)));
    world.all(opening("O", DAY, 10, "9999-12-31"), redeem("S-1", DAY, 60)).has(DAY, 0);
  }

  @Test
  void aBatchThatLooksFurtherBackThanTheOneBeforeSeesTheCapsOfThen() {
    var rules = Rules.of("earn: [{ code: b, on: purchase, give: { points: 9 }, cap: { per_month: 9 } }]");
    var own = folder.resolve("caps");
    assertEquals(true, own.toFile().mkdir());
    try (var other = new World(own, rules)) {
      other.all(purchase("P-1", "2026-01-10", 1));
      other.write(
          unit -> {
            var posting = new Posting(unit, Rules.history(rules), other.pen());
            posting.post(List.of(redeem("S-1", "2026-06-10", 100)));
            posting.post(List.of(purchase("P-2", "2026-01-20", 1)));
            return true;
          });
      assertEquals(9, other.account().balance());
    }
  }

  @Test
  void aDryRunSaysWhatTheRunSays() {
    var dry =
        world
            .database()
            .write(
                true,
                unit ->
                    new Posting(unit, Rules.history(Rules.of(RULES)), world.pen())
                        .post(List.of(redeem("S-1", DAY, 20), redeem("S-2", DAY, 40))));
    assertEquals(50, world.account().balance());
    var real = world.post(List.of(redeem("S-1", DAY, 20), redeem("S-2", DAY, 40)));
    var before = ((Answer.Recorded) dry.getFirst()).post();
    var after = ((Answer.Recorded) real.getFirst()).post();
    assertEquals(before.after().balance(), after.after().balance());
    assertEquals(dry.getLast(), real.getLast());
  }
}
