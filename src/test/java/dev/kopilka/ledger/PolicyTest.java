package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.by;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.reward;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.IdentityRows.Kind;
import dev.kopilka.store.rows.MemberRows;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of policy, and a consent, do and do not do to a member. */
class PolicyTest {
  private static final String EARN =
      "earn: [{ code: base, on: purchase, give: { points: 1, per: \"1.00\" }, expire: %s }]";

  @TempDir Path folder;

  @Test
  void inactivityThatIsSwitchedOnTakesNothingAwaySooner() {
    var before = Rules.of(EARN.formatted("{ after: P3M }"));
    var after = Rules.of(EARN.formatted("{ policy: inactivity, after: P1M }"));
    var history = Rules.history(before, LocalDate.parse("2026-06-01"), after);
    try (var world = new World(folder, history)) {
      world.enrol("M", "2025-01-01");
      world.all(purchase("P-1", "2026-05-05", 10), purchase("P-2", "2026-06-10", 1));
      // The second purchase's own points live for a month, the first one's as promised.
      world.close("2026-08-05");
      world.has("2026-08-05", 10);
      // From here on what the member does moves them along.
      world.all(purchase("P-3", "2026-08-05", 1)).close("2026-09-05");
      world.has("2026-09-05", 11).close("2026-09-06");
      world.has("2026-09-06", 0);
    }
  }

  @Test
  void aRewardThatNeedsAConsentGoesToWhoGaveIt() {
    var rules =
        Rules.of(Rules.BASE + "\nrewards: [{ code: tea, name: Tea, cost: 4, consent: [email] }]");
    try (var world = new World(folder, rules)) {
      world.write(
          unit -> {
            var rows = new MemberRows(unit);
            var at = Ask.noon(LocalDate.parse("2025-01-01"));
            rows.add(
                new Member(2, "N", MemberStatus.ACTIVE, at, "", "", "", "email,sms", ""), 0);
            rows.flush();
            var identities = new IdentityRows(unit);
            identities.add(Kind.CODE, "N", 2);
            identities.flush();
            return true;
          });
      world.all(
          opening("O-1", "2026-05-05", 10, "9999-12-31"),
          by("N", opening("O-2", "2026-05-05", 10, "9999-12-31")),
          by("N", reward("S-1", "2026-05-05", "tea")));
      assertEquals(6, world.account(2).balance());
      var answer = world.answer(reward("S-2", "2026-05-05", "tea"));
      var refused = assertInstanceOf(Answer.Refused.class, answer);
      assertEquals(Refusal.CONSENT_MISSING, refused.refusal());
    }
  }
}
