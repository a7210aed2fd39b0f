package dev.kopilka.command.report.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Where;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What three members bring through two channels and at one partner. */
class TradeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private static final String PROGRAMME =
      Shop.PROGRAMME
          + """
          channel_costs:
            - { code: app, per_enrolment: "10.00", per_purchase: "0.50", of_revenue: 1% }
            - { code: store, per_month: "310.00" }
          partners:
            - bank
            - code: cafe
              name: The Café
              settlement: { pays_per_issued: 0.0605, gets_per_redeemed: 0.04, pays_of_revenue: 2% }
          """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void trade() {
    shop = new Shop(folder, PROGRAMME);
    shop.enrol("1001", LocalDate.of(2026, 9, 5), "channel", "app", "consents", "sms,email");
    shop.enrol("1002", LocalDate.of(2026, 9, 6), "channel", "store");
    shop.enrol("1003", LocalDate.of(2026, 10, 2), "channel", "app", "consents", "sms");
    buy("1001", "A", LocalDate.of(2026, 9, 6), 100_000, at("app", "cafe"));
    buy("1001", "B", LocalDate.of(2026, 10, 2), 50_000, at("store", ""));
    buy("1002", "C", LocalDate.of(2026, 10, 3), 20_000, at("app", "cafe"));
    shop.ask(
        EventKind.RETURN,
        "",
        "R",
        LocalDate.of(2026, 10, 20),
        Facts.NONE.withReference("C").withWhere(at("store", "")));
    shop.ask(
        EventKind.REDEMPTION,
        "1001",
        "S",
        LocalDate.of(2026, 10, 25),
        Facts.NONE.withPoints(40).withWhere(at("app", "cafe")));
    shop.ask(
        EventKind.REDEMPTION,
        "1001",
        "T",
        LocalDate.of(2026, 10, 25),
        Facts.NONE.withPoints(5).withWhere(at("app", "cafe")));
    shop.ask(
        EventKind.REVERSAL, "", "U", LocalDate.of(2026, 10, 26), Facts.NONE.withReference("T"));
    assertEquals(List.of(), shop.post(DAY));
  }

  private static Where at(String channel, String partner) {
    return new Where(channel, "", partner, "", "");
  }

  private static void buy(String member, String id, LocalDate day, long amount, Where where) {
    shop.ask(EventKind.PURCHASE, member, id, day, Facts.NONE.withAmount(amount).withWhere(where));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String typed(String line) {
    return shop.at(DAY).type(line + " -q -o csv").out();
  }

  @Test
  void aReturnCountsForTheChannelOfItsPurchase() {
    assertEquals(
        """
        channel,enrolled,members,reachable,reach,consents,buyers,purchases,revenue,issued,redeemed,cost
        app,2,2,2,1.0000,0,2,2,1000.00,100,40,31.00
        email,0,0,0,,1,0,0,0.00,0,0,
        sms,0,0,0,,2,0,0,0.00,0,0,
        store,1,1,0,0.0000,0,1,1,500.00,50,0,620.00
        """,
        typed("report channels"));
  }

  @Test
  void onlyTheDaysCountAndAMonthThatIsCutCostsItsPart() {
    assertEquals(
        """
        channel,enrolled,members,purchases,revenue,cost
        app,1,2,1,200.00,12.50
        email,0,0,0,0.00,
        sms,0,0,0,0.00,
        store,0,1,1,500.00,100.00
        """,
        typed(
            "report channels --from 2026-10-01 --to 2026-10-10"
                + " --columns channel,enrolled,members,purchases,revenue,cost"));
  }

  @Test
  void theRowsAddUpToTheIndicators() {
    assertEquals(
        "enrolled,purchases,revenue,issued,redeemed\n3,3,1500.00,150,40\n",
        typed("report kpi --columns enrolled,purchases,revenue,issued,redeemed"));
  }

  @Test
  void partnersSettleByTheirTerms() {
    // 100 points at 6.05 cents are 6.05; two percent of 1000.00 are 20.00.
    assertEquals(
        """
        partner,name,buyers,purchases,revenue,issued,redeemed,issued_value,redeemed_value,partner_pays,partner_gets,balance
        bank,bank,0,0,0.00,0,0,0.00,0.00,,,
        cafe,The Café,2,2,1000.00,100,40,5.00,2.00,26.05,1.60,24.45
        """,
        typed("report partners"));
  }

  @Test
  void aLedgerWithoutMembersIsNoTrouble(@TempDir Path empty) {
    try (var fresh = new Shop(empty, Shop.PROGRAMME)) {
      for (var line : List.of("channels", "partners", "staff", "staff --suspicious", "goals")) {
        var typed = fresh.at(DAY).type("report " + line + " -o json");
        assertEquals(Exit.DONE, typed.exit(), line + typed.err());
        assertTrue(typed.out().startsWith("["), typed.out());
      }
    }
  }
}
