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

/** What {@code report liability} says by its methods, of files and of a small ledger. */
class LiabilityMethodsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
  private static final String TRIANGLE = "examples/data/taylor-ashe/triangle_cumulative.csv";
  private static final String EXAMPLE_52 =
      """
      period,cohort,sales,goods,value,expected,redeemed
      1,2026,100000.00,100000.00,1,9500,4500
      2,2026,,,,9700,4000
      """;

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
  void mackIsReproducedFromAFile() {
    var typed =
        Typed.anywhere()
            .type(
                "report liability --method chain_ladder --file "
                    + TRIANGLE
                    + " -o csv --columns redeemed,ultimate,expected,standard_error,cv");
    assertEquals(
        """
        redeemed,ultimate,expected,standard_error,cv
        34358090.00,53038945.61,18680855.61,2447094.86,0.130995
        """,
        typed.out(),
        typed.err());
    assertEquals(
        "standard_error\n2441364.13\n",
        Typed.anywhere()
            .type(
                "report liability --method chain_ladder --last-sigma loglinear --file "
                    + TRIANGLE
                    + " -o csv --columns standard_error")
            .out());
  }

  @Test
  void theTriangleComesOutAsItGoesIn() throws IOException {
    var out =
        Typed.anywhere()
            .type("report liability --method chain_ladder --table triangle -o csv --file " + TRIANGLE)
            .out();
    assertEquals(Files.readString(Path.of(TRIANGLE)).strip(), out.strip());
  }

  @Test
  void exampleFiftyTwoIsReproducedFromStdin() {
    var typed =
        Typed.anywhere()
            .typing(EXAMPLE_52)
            .type("report liability --method ifrs15 --file - --table periods -o csv");
    assertEquals(
        """
        period,opening,sales,goods,deferred,released,caught_up,taken_back,points_revenue,closing
        1,0.00,100000.00,91324.20,8675.80,4109.59,0.00,0.00,4109.59,4566.21
        2,4566.21,0.00,0.00,0.00,3577.65,-84.73,0.00,3492.92,1073.29
        """,
        typed.out(),
        typed.err());
  }

  @Test
  void theJournalBooksEachReasonApart() {
    assertEquals(
        """
        period,document,debit,credit,amount
        1,goods,receivables,revenue_goods,91324.20
        1,points,receivables,contract_liability,8675.80
        1,release,contract_liability,revenue_points,4109.59
        2,release,contract_liability,revenue_points,3577.65
        2,catch_up,revenue_points,contract_liability,84.73
        """,
        Typed.anywhere()
            .typing(EXAMPLE_52)
            .type("report liability --method ifrs15 --file - --table journal -o csv")
            .out());
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
          --method survival --step 0                           | BAD_INPUT | ARGUMENT_NOT_WHOLE
          --method chain_ladder --file x.csv --by year         | USAGE     | OPTIONS_EXCLUDE
          --method chain_ladder --file x.csv                   | BAD_INPUT | FILE_NOT_FOUND
          --method chain_ladder --by quarter                   | BAD_INPUT | TRIANGLE_SHORT
          --method chain_ladder --as-of 2025-12-31             | BAD_INPUT | TRIANGLE_SHORT
          --method ifrs15                                      | USAGE     | ARGUMENT_MISSING
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          o,d1,d2,d3\\na,1,2,3\\nb,1,2,\\nc,1,,                       | TRIANGLE_SHORT  | 1:1
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,2,3,\\nc,1,2,,              | TRIANGLE_ROWS   | 1:1
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,2,3,4\\nc,1,2,,\\nd,1,,,    | TRIANGLE_BEYOND | 3:9
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,2,3,\\nc,1,2,,\\nd,1,,,\\ne,,,, | TRIANGLE_BEYOND | 6:1
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,0,3,\\nc,1,2,,\\nd,1,,,     | TRIANGLE_CELL   | 3:5
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,,3,\\nc,1,2,,\\nd,1,,,      | CELL_MISSING    | 3:5
          o,d1,d2,d3,d4\\na,1,2,3,4\\nb,1,x,3,\\nc,1,2,,\\nd,1,,,     | CELL_NOT_NUMBER | 3:5
          """)
  void aTriangleThatIsNoneIsToldWhereItIsNot(String text, String code, String place) {
    refuses("chain_ladder", text, code, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          period,cohort,sales,goods,value,expected\\n1,a,5,5,1,1              | FILE_COLUMN_MISSING | 1:1
          period,cohort,sales,goods,value,expected,redeemed,x\\n1,a,5,5,1,1,1,1 | FILE_COLUMN_UNKNOWN | 1:51
          period,cohort,sales,goods,value,expected,redeemed                  | FILE_NO_ROWS        | 1:1
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,-5,5,1,1,1   | CELL_BELOW_ZERO     | 2:5
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,-1,1,1   | CELL_BELOW_ZERO     | 2:9
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,1,1,2    | EXPECTED_TOO_FEW    | 2:11
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,1,1,1\\n1,a,5,,,1,  | SALE_AGAIN    | 3:5
          period,cohort,sales,goods,value,expected,redeemed\\n1,a,5,5,1,1,1\\n2,a,,,,1,\\n1,b,5,5,1,1,1 | PERIOD_AGAIN | 4:1
          """)
  void salesThatAreNoneAreToldWhereTheyAreNot(String text, String code, String place) {
    refuses("ifrs15", text, code, place);
  }

  private static void refuses(String method, String text, String code, String place) {
    var typed =
        Typed.anywhere()
            .typing(text.replace("\\n", "\n") + "\n")
            .type("report liability -o json --file - --method " + method);
    assertEquals(Exit.BAD_INPUT, typed.exit(), typed.err());
    assertTrue(typed.err().contains("\"" + code + "\""), typed.err());
    var parts = place.split(":");
    assertTrue(typed.err().contains("\"line\":" + parts[0]), typed.err());
    assertTrue(typed.err().contains("\"column\":" + parts[1]), typed.err());
  }

  @Test
  void sharesThatBeginTwiceAreTold() throws IOException {
    var file = Files.writeString(folder.resolve("t.csv"), "from,share\n2026-01-01,80%\n2026-01-01,90%\n");
    assertTrue(
        type("--method ifrs15 -o json --expected " + file).err().contains("SHARE_TWICE"));
  }

  @Test
  void aLedgerWithoutMembersExpectsNothing(@TempDir Path empty) {
    try (var fresh = new Shop(empty, Shop.PROGRAMME)) {
      var survival = fresh.at(DAY).type("report liability --method survival -o json");
      assertEquals(Exit.DONE, survival.exit(), survival.err());
      var revenue = fresh.at(DAY).type("report liability --method ifrs15 --expected 80% -o json");
      assertEquals(Exit.DONE, revenue.exit(), revenue.err());
    }
  }
}
