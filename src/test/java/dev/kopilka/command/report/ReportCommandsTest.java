package dev.kopilka.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reports print about two members in three months. */
class ReportCommandsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void trade() {
    shop = new Shop(folder, Shop.PROGRAMME);
    shop.enrol("1001", LocalDate.of(2026, 9, 5));
    shop.enrol("1002", LocalDate.of(2026, 10, 1));
    shop.buy("1001", "A", LocalDate.of(2026, 9, 6), 100_000);
    shop.buy("1001", "B", LocalDate.of(2026, 10, 2), 50_050);
    shop.buy("1001", "C", LocalDate.of(2026, 10, 30), 20_000);
    shop.buy("1002", "D", LocalDate.of(2026, 10, 31), 10_000);
    shop.ask(EventKind.RETURN, "", "R", LocalDate.of(2026, 11, 1), reference("D"));
    shop.ask(
        EventKind.REDEMPTION, "1001", "S", LocalDate.of(2026, 11, 3), Facts.NONE.withPoints(40));
    shop.ask(EventKind.ACTIVITY, "1002", "V", DAY, Facts.NONE.withSubject("visit"));
    assertEquals(List.of(), shop.post(DAY));
  }

  private static Facts reference(String id) {
    return Facts.NONE.withReference(id);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Typed type(String line) {
    return shop.at(DAY).type(line);
  }

  @Test
  void indicatorsGoMonthByMonth() {
    assertEquals(
        """
        from,to,members,enrolled,left,leaving_rate,active,active_rate,buyers,purchases,purchases_per_buyer,revenue,revenue_per_buyer,average_receipt,repeat_rate,issued,redeemed,expired,adjusted,outstanding,redemption_rate,expiry_rate,redeemers,redeemer_rate
        2026-09-01,2026-09-30,1,1,0,,1,1.0000,1,1,1.0000,1000.00,1000.00,1000.00,0.0000,100,0,0,0,100,0.0000,0.0000,0,0.0000
        2026-10-01,2026-10-31,2,1,0,0.0000,2,1.0000,2,3,1.5000,800.50,400.25,266.83,0.5000,80,0,0,0,180,0.0000,0.0000,0,0.0000
        2026-11-01,2026-11-22,2,0,0,0.0000,1,0.5000,0,0,,-100.00,,,,-10,40,0,0,130,,,1,0.5000
        """,
        type("report kpi --by month -o csv").out());
  }

  @Test
  void indicatorsOfOneStretchAreOneObject() {
    assertEquals(
        "{\"from\":\"2026-10-02\",\"to\":\"2026-10-30\",\"members\":2,\"enrolled\":0,\"left\":0,"
            + "\"leaving_rate\":0.0000,\"active\":1,\"active_rate\":0.5000,\"buyers\":1,"
            + "\"purchases\":2,\"purchases_per_buyer\":2.0000,\"revenue\":700.50,"
            + "\"revenue_per_buyer\":700.50,\"average_receipt\":350.25,"
            + "\"repeat_rate\":1.0000,\"issued\":70,\"redeemed\":0,\"expired\":0,"
            + "\"adjusted\":0,\"outstanding\":170,\"redemption_rate\":0.0000,"
            + "\"expiry_rate\":0.0000,\"redeemers\":0,\"redeemer_rate\":0.0000}\n",
        type("report kpi --from 2026-10-02 --to 2026-10-30 -o json").out());
  }

  @Test
  void pointsExpireByMonthAndByDay() {
    assertEquals(
        """
        month,first_expires_on,points,pending,members,value
        2027-09,2027-09-30,60,0,1,3.00
        2027-10,2027-10-31,50,0,1,2.50
        2027-11,2027-11-30,20,0,1,1.00
        """,
        type("report expiry -o csv").out());
    assertEquals(
        """
        expires_on,points
        2027-09-30,100
        2027-10-31,50
        2027-11-30,30
        """,
        type("report expiry --by day --as-of 2026-10-31 -o csv --columns expires_on,points").out());
  }

  @Test
  void liabilityIsOneObjectWithThreeTables() {
    assertEquals(
        "{\"as_of\":\"2026-10-31\",\"read_at\":\"2026-11-22T12:00:00+03:00\","
            + "\"currency\":\"USD\",\"point_value\":0.05,\"outstanding\":180,\"pending\":30,"
            + "\"liability\":9.00,\"lapsed\":0,\"debt\":0,\"closing\":180,\"expiry\":["
            + "{\"month\":\"2027-09\",\"points\":100,\"pending\":0,\"value\":5.00},"
            + "{\"month\":\"2027-10\",\"points\":50,\"pending\":0,\"value\":2.50},"
            + "{\"month\":\"2027-11\",\"points\":30,\"pending\":30,\"value\":1.50}],"
            + "\"age\":["
            + "{\"from_months\":0,\"to_months\":1,\"points\":80,\"pending\":30,\"value\":4.00},"
            + "{\"from_months\":1,\"to_months\":2,\"points\":100,\"pending\":0,\"value\":5.00},"
            + "{\"from_months\":2,\"to_months\":3,\"points\":0,\"pending\":0,\"value\":0.00},"
            + "{\"from_months\":3,\"to_months\":6,\"points\":0,\"pending\":0,\"value\":0.00},"
            + "{\"from_months\":6,\"to_months\":9,\"points\":0,\"pending\":0,\"value\":0.00},"
            + "{\"from_months\":9,\"to_months\":12,\"points\":0,\"pending\":0,\"value\":0.00},"
            + "{\"from_months\":12,\"to_months\":18,\"points\":0,\"pending\":0,\"value\":0.00},"
            + "{\"from_months\":18,\"to_months\":24,\"points\":0,\"pending\":0,\"value\":0.00},"
            + "{\"from_months\":24,\"to_months\":36,\"points\":0,\"pending\":0,\"value\":0.00},"
            + "{\"from_months\":36,\"to_months\":null,\"points\":0,\"pending\":0,\"value\":0.00}],"
            + "\"roll_forward\":["
            + "{\"month\":\"2026-09\",\"opening\":0,\"issued\":100,\"redeemed\":0,\"expired\":0,"
            + "\"adjusted\":0,\"closing\":100},"
            + "{\"month\":\"2026-10\",\"opening\":100,\"issued\":80,\"redeemed\":0,\"expired\":0,"
            + "\"adjusted\":0,\"closing\":180}]}\n",
        type("report liability --as-of 2026-10-31 -o json").out());
  }

  @Test
  void eachTableOfTheLiabilityStandsAlone() {
    assertEquals(
        """
        month\topening\tissued\tredeemed\texpired\tadjusted\tclosing
        2026-10\t100\t80\t0\t0\t0\t180
        2026-11\t180\t-10\t40\t0\t0\t130
        """,
        type("report liability --table roll_forward --from 2026-10-01 -o tsv").out());
    assertEquals(
        "month,value\n2027-09,3.00\n2027-10,2.50\n2027-11,1.00\n",
        type("report liability --table expiry -o csv --columns month,value").out());
  }

  @Test
  void membersAreListedWithWhatTheyHave() {
    assertEquals(
        """
        member,status,enrolled_at,tier,available,pending,held,debt,earned,redeemed,expired,purchases,spend,last_purchase_at
        1001,active,2026-09-05T00:00:00+03:00,,130,0,0,0,170,40,0,3,1700.50,2026-10-30T12:00:00+03:00
        1002,active,2026-10-01T00:00:00+03:00,,0,0,0,0,0,0,0,1,0.00,2026-10-31T12:00:00+03:00
        """,
        type("report members -o csv").out());
    assertEquals("", type("report members --status left -o jsonl").out());
  }

  @Test
  void everyReportSaysForWhichTimeItIsTrue() {
    for (var line :
        List.of(
            "report kpi",
            "report expiry",
            "report liability",
            "report members",
            "report channels",
            "report partners",
            "report staff",
            "report goals",
            "report surveys",
            "report cohorts",
            "report liability --method survival",
            "segment rfm",
            "segment clv",
            "segment compare rfm --from 2026-11-01")) {
      saysItsTime(shop, line);
    }
  }

  private static void saysItsTime(Shop shop, String line) {
    var typed = shop.at(DAY).type(line + " --lang ru");
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    assertTrue(typed.err().startsWith("Состояние учёта на 2026-11-22T12:00:00+03:00"), line);
    assertEquals("", shop.at(DAY).type(line + " -q").err());
  }

  private static final String MORE =
      """
      lifecycle: { kind: shop, active: P30D, lost: P180D }
      channels: [{ code: email }]
      messages: [{ code: hello, channel: [email] }]
      segments:
        - { code: active, when: { status: [active] } }
        - { code: buyers, when: { frequency: { min: 1 } } }
      """;

  @Test
  void soDoesWhatIsAskedAboutStagesSegmentsAndPilots(@TempDir Path own) {
    try (var members = new Shop(own, Shop.PROGRAMME + MORE)) {
      for (var i = 0; i < 20; i++) members.enrol("M" + i, LocalDate.of(2026, 9, 5));
      for (var i = 0; i < 9; i++) members.buy("M" + i, "P" + i, DAY.minusDays(i), 10_000);
      assertEquals(List.of(), members.post(DAY));
      assertEquals(Exit.DONE, members.at(DAY).type("segment run").exit());
      var assigned = members.at(DAY).type("pilot assign letter --salt s --from 2026-10-01");
      assertEquals(Exit.DONE, assigned.exit(), assigned.err());
      for (var line :
          List.of(
              "segment lifecycle",
              "segment lifecycle --summary",
              "segment portrait buyers",
              "segment list --overlaps",
              "segment actions active",
              "pilot result letter")) {
        saysItsTime(members, line);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report kpi --from 2026-11-01 --to 2026-10-01        | BAD_INPUT | DAYS_REVERSED
          report kpi --from 01.11.2026                        | BAD_INPUT | ARGUMENT_NOT_DATE
          report kpi --by week                                | USAGE     | VALUE_NOT_AMONG
          report kpi --catalogue --plan                       | USAGE     | OPTIONS_EXCLUDE
          report staff --from 2026-11-01 --to 2026-10-01      | BAD_INPUT | DAYS_REVERSED
          report channels --to yesterday                      | BAD_INPUT | ARGUMENT_NOT_DATE
          report goals --goal nobody                          | NOT_FOUND | GOAL_NOT_FOUND
          report surveys --scale 7                            | USAGE     | OPTIONS_EXCLUDE
          report surveys --measure csat --satisfied 6         | USAGE     | SURVEY_SCALE
          report surveys --measure csat --satisfied many      | BAD_INPUT | ARGUMENT_NOT_WHOLE
          report surveys --confidence 42                      | USAGE     | VALUE_NOT_AMONG
          report surveys --by month --trend                   | USAGE     | OPTIONS_EXCLUDE
          segment rfm --window 12                             | BAD_INPUT | ARGUMENT_NOT_PERIOD
          segment rfm --window P1D2Y                          | BAD_INPUT | ARGUMENT_NOT_PERIOD
          segment rfm --by edges                              | USAGE     | RFM_EDGES_MISSING
          segment rfm --r-edges 1,2,3,4                       | USAGE     | RFM_EDGES_MISSING
          segment rfm --r-edges 1,2,3 --f-edges 1,2,3,4 --m-edges 1,2,3,4 | BAD_INPUT | RFM_EDGES_MALFORMED
          segment rfm --r-edges 1,2,2,4 --f-edges 1,2,3,4 --m-edges 1,2,3,4 | BAD_INPUT | RFM_EDGES_MALFORMED
          segment rfm --by quintiles --r-edges 1,2,3,4        | USAGE     | OPTIONS_EXCLUDE
          segment rfm --by edges --ties apart                 | USAGE     | OPTIONS_EXCLUDE
          segment rfm --matrix --summary                      | USAGE     | OPTIONS_EXCLUDE
          segment compare rfm                                 | USAGE     | OPTION_MISSING
          segment compare rfm --from 2026-11-23               | BAD_INPUT | DAYS_REVERSED
          segment compare rfm lifecycle --from 2026-11-01     | USAGE     | OPTIONS_EXCLUDE
          segment compare rfm --as-of 2026-11-01 --to 2026-11-01 | USAGE  | OPTIONS_EXCLUDE
          segment compare nobody rfm                          | NOT_FOUND | SEGMENT_NOT_FOUND
          segment members nobody                              | NOT_FOUND | SEGMENT_NOT_FOUND
          """)
  void whatDoesNotFitIsSaid(String line, String exit, String code) {
    var typed = type(line + " -o json");
    assertEquals(Exit.valueOf(exit), typed.exit(), typed.err());
    assertTrue(typed.err().contains(code), typed.err());
    assertEquals("", typed.out());
  }

  @Test
  void fixedEdgesScoreWhereTheySay() {
    var line =
        "segment rfm --r-edges 22,23,30,60 --f-edges 1,2,3,4 --m-edges 0,100,1000,1700.50 -o csv";
    assertEquals(
        """
        member,recency_days,frequency,monetary,r,f,m,score,segment
        1001,23,3,1700.50,4,3,4,434,potential_loyal
        1002,22,1,0.00,5,1,1,511,new
        """,
        type(line).out());
  }

  @Test
  void onlyTheWindowCounts() {
    assertEquals(
        "member,frequency,monetary\n1001,1,200.00\n1002,1,0.00\n",
        type("segment rfm --window P24D -o csv --columns member,frequency,monetary").out());
    assertEquals(
        "member,frequency,monetary\n1001,2,1500.50\n",
        type("segment rfm --as-of 2026-10-29 -o csv --columns member,frequency,monetary").out());
  }

  @Test
  void withoutAProgrammeThereIsNothingToReport(@TempDir Path empty) {
    Ledgers.created(empty.resolve("kopilka.db"));
    for (var line : List.of("report kpi", "report liability", "report members", "segment list")) {
      assertEquals(Exit.REFUSED, Typed.Place.in(empty).type(line).exit(), line);
    }
  }

  @Test
  void aLedgerWithoutMembersIsNoTrouble(@TempDir Path empty) {
    try (var fresh = new Shop(empty, Shop.PROGRAMME)) {
      for (var line : List.of("report kpi --by month", "report liability", "report expiry",
          "report members", "segment rfm", "segment rfm --summary", "segment list", "segment run")) {
        var typed = fresh.at(DAY).type(line + " -o json");
        assertEquals(Exit.DONE, typed.exit(), line + typed.err());
      }
    }
  }
}
