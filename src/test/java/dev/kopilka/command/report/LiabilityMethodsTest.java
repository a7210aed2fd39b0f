package dev.kopilka.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code report liability} says by its methods of a small ledger. */
class LiabilityMethodsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
  @TempDir static Path folder;
  private static Shop shop;

  /** Each month a member comes, buys for 100 points, and spends 40 at once and 20 a month later. */
  @BeforeAll
  static void trade() {
    shop = new Shop(folder, Shop.PROGRAMME.replace("    hold: P14D\n", ""));
    for (var month = 0; month < 5; month++) {
      var first = LocalDate.of(2026, 1 + month, 2);
      var member = "M" + month;
      shop.enrol(member, first);
      shop.buy(member, "R" + month, first, 100_000);
      spend(member, "s" + month, first.plusDays(5), 40 + month);
      spend(member, "t" + month, first.plusDays(5).plusMonths(1), 20);
    }
    shop.ask(EventKind.ACTIVITY, "M0", "V", DAY, Facts.NONE.withSubject("visit"));
    assertEquals(List.of(), shop.post(DAY));
  }

  private static void spend(String member, String id, LocalDate day, long points) {
    if (day.isAfter(DAY)) return;
    shop.ask(EventKind.REDEMPTION, member, id, day, Facts.NONE.withPoints(points));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Typed type(String line) {
    return shop.at(DAY).type("report liability " + line);
  }

  @Test
  void theLedgersOwnTriangleEndsWithTheLastWholeMonth() {
    assertEquals(
        """
        origin,dev1,dev2,dev3,dev4,dev5
        2026-01,40,60,60,60,60
        2026-02,41,61,61,61,
        2026-03,42,62,62,,
        2026-04,43,63,,,
        2026-05,44,,,,
        """,
        type("--method chain_ladder --table triangle -o csv").out());
  }

  @Test
  void whatIsOwedIsNoMoreThanWhatIsOpen() {
    // 166 became 246 in the second month, so the last one's 44 come to 65.2; 56 are open.
    assertEquals(
        """
        origin,redeemed,ultimate,expected,open,owed,value
        2026-01,60,60,0,40,0,0.00
        2026-02,61,61,0,39,0,0.00
        2026-03,62,62,0,38,0,0.00
        2026-04,63,63,0,37,0,0.00
        2026-05,44,65,21,56,21,1.05
        """,
        type("--method chain_ladder --table origins -o csv"
                + " --columns origin,redeemed,ultimate,expected,open,owed,value")
            .out());
    var card = type("--method chain_ladder -o json").out();
    assertTrue(card.contains("\"as_of\":\"2026-05-31\""), card);
    assertTrue(card.contains("\"outstanding\":210,\"earlier\":0,\"owed\":21,\"breakage\":189"), card);
    assertTrue(card.contains("\"liability\":1.05,\"queued\":0.0000"), card);
  }

  @Test
  void pointsThatLivedShorterExpectWhatTheOlderOnesDid() {
    // At an age of 5 days 210 of 500 are redeemed; a month later 20 of each lot.
    assertEquals(
        """
        age_days,at_risk,redeemed,unredeemed
        0,500,0,1.000000
        30,290,210,0.580000
        60,154,100,0.380000
        """,
        first(type("--method survival --table curve -o csv"
            + " --columns age_days,at_risk,redeemed,unredeemed").out(), 4));
  }

  @Test
  void ofAgesThatNoneHasLivedNothingIsExpectedAndThatIsSaid() {
    var typed = type("--method survival");
    assertTrue(typed.err().contains("after the longest life so far nothing is known: "), typed.err());
    // Each member has one lot, so no order of drawing holds anything back.
    assertTrue(!typed.err().contains("could also have spent younger ones"), typed.err());
  }

  @Test
  void anOrderOfDrawingThatHoldsYoungerPointsBackIsWarnedOf(@TempDir Path queue) {
    try (var fresh = new Shop(queue, Shop.PROGRAMME.replace("    hold: P14D\n", ""))) {
      fresh.enrol("A", LocalDate.of(2026, 1, 1));
      for (var month = 1; month < 6; month++) {
        fresh.buy("A", "R" + month, LocalDate.of(2026, month, 2), 100_000);
        var points = Facts.NONE.withPoints(month == 1 ? 10 : 50);
        fresh.ask(EventKind.REDEMPTION, "A", "S" + month, LocalDate.of(2026, month, 9), points);
      }
      assertEquals(List.of(), fresh.post(DAY));
      // All but the first 10 of 210: by then no younger ones were there.
      var said = fresh.at(DAY).type("report liability --method survival").err();
      assertTrue(said.contains("95.24% of the redeemed points were drawn while"), said);
    }
  }

  private static String first(String text, int lines) {
    return String.join("\n", text.lines().limit(lines).toList()) + "\n";
  }

  @Test
  void revenueOfTheLedgerAddsUp() {
    assertEquals(
        """
        period,sales,goods,deferred,points_revenue,closing
        2026-01,1000.00,996.02,3.98,1.99,1.99
        2026-02,1000.00,996.02,3.98,3.04,2.93
        2026-03,1000.00,996.02,3.98,3.08,3.83
        2026-04,1000.00,996.02,3.98,3.13,4.68
        2026-05,1000.00,996.02,3.98,3.18,5.48
        """,
        type("--method ifrs15 --expected 80% --table periods -o csv"
                + " --columns period,sales,goods,deferred,points_revenue,closing")
            .out());
    var card = type("--method ifrs15 --expected 80% -o json").out();
    assertTrue(card.contains("\"expected_share\":\"80%\",\"sold_open\":210,\"other_open\":0"), card);
  }

  @Test
  void aNewEstimateIsCaughtUpFromItsDayOn() throws IOException {
    var file = Files.writeString(folder.resolve("s.csv"), "from,share\n2026-01-01,80%\n2026-03-15,90%\n");
    var out =
        type("--method ifrs15 --table periods -o csv --columns period,caught_up --expected " + file)
            .out();
    assertEquals(
        List.of("2026-01,0.00", "2026-02,0.00", "2026-03,-0.57", "2026-04,0.00", "2026-05,0.00"),
        out.lines().skip(1).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --table curve                                        | USAGE     | METHOD_NEEDED
          --last-sigma mack                                    | USAGE     | METHOD_NEEDED
          --method survival --last-sigma mack                  | USAGE     | METHOD_NEEDED
          --method survival --table age                        | USAGE     | OPTIONS_EXCLUDE
          --method survival --from 2026-01-01                  | USAGE     | OPTIONS_EXCLUDE
          --method survival --step 0                           | BAD_INPUT | ARGUMENT_OUTSIDE
          --method chain_ladder --file x.csv --by year         | USAGE     | OPTIONS_EXCLUDE
          --method chain_ladder --file x.csv                   | BAD_INPUT | FILE_NOT_FOUND
          --method chain_ladder --by quarter                   | BAD_INPUT | TRIANGLE_SHORT
          --method chain_ladder --as-of 2025-12-31             | BAD_INPUT | TRIANGLE_SHORT
          --method ifrs15                                      | USAGE     | EXPECTED_MISSING
          --method ifrs15 --expected 80% --as-of 9999-12-30    | BAD_INPUT | DAY_TO_COME
          --method chain_ladder --as-of 9999-12-30             | BAD_INPUT | DAY_TO_COME
          --method survival --as-of 9999-12-30                 | BAD_INPUT | DAY_TO_COME
          --method ifrs15 --expected 101%                      | BAD_INPUT | SHARE_MALFORMED
          --method ifrs15 --expected few%                      | BAD_INPUT | SHARE_MALFORMED
          --method ifrs15 --expected 80                        | BAD_INPUT | FILE_NOT_FOUND
          --method ifrs15 --expected 80% --file x.csv          | USAGE     | OPTIONS_EXCLUDE
          """)
  void whatDoesNotFitIsSaid(String line, String exit, String code) {
    var typed = type(line + " -o json");
    assertEquals(Exit.valueOf(exit), typed.exit(), typed.err());
    assertTrue(typed.err().contains(code), typed.err());
    assertEquals("", typed.out());
  }

  @Test
  void sharesThatBeginTwiceAreTold() throws IOException {
    var file = Files.writeString(folder.resolve("t.csv"), "from,share\n2026-01-01,80%\n2026-01-01,90%\n");
    assertTrue(
        type("--method ifrs15 -o json --expected " + file).err().contains("SHARE_TWICE"));
  }

  @Test
  void aMonthWithoutRedemptionsIsNamed(@TempDir Path still) {
    try (var quiet = new Shop(still, Shop.PROGRAMME)) {
      quiet.enrol("A", LocalDate.of(2026, 1, 1));
      for (var month = 1; month < 6; month++) {
        quiet.buy("A", "R" + month, LocalDate.of(2026, month, 2), 100_000);
      }
      assertEquals(List.of(), quiet.post(DAY));
      var typed = quiet.at(DAY).type("report liability --method chain_ladder");
      assertEquals(Exit.BAD_INPUT, typed.exit(), typed.err());
      assertTrue(typed.err().contains("2026-01"), typed.err());
    }
  }

  @Test
  void aLedgerWithoutMembersExpectsNothing(@TempDir Path empty) {
    try (var fresh = new Shop(empty, Shop.PROGRAMME)) {
      var survival = fresh.at(DAY).type("report liability --method survival -o json");
      assertEquals(Exit.DONE, survival.exit(), survival.err());
      assertTrue(!survival.err().contains("longest life"), survival.err());
      var revenue = fresh.at(DAY).type("report liability --method ifrs15 --expected 80% -o json");
      assertEquals(Exit.DONE, revenue.exit(), revenue.err());
    }
  }
}
