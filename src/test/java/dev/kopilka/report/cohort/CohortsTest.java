package dev.kopilka.report.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Five cards of four people in three months: who is counted where. */
class CohortsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void trade() {
    shop = new Shop(folder, Shop.PROGRAMME);
    shop.enrol("1001", LocalDate.of(2026, 9, 5));
    shop.enrol("1002", LocalDate.of(2026, 9, 30));
    shop.enrol("1003", LocalDate.of(2026, 9, 10));
    shop.enrol("1004", LocalDate.of(2026, 11, 1));
    shop.enrol("1005", LocalDate.of(2026, 10, 20));
    shop.buy("1001", "A", LocalDate.of(2026, 9, 6), 100_000);
    shop.buy("1001", "B", LocalDate.of(2026, 10, 2), 50_050);
    shop.buy("1001", "C", LocalDate.of(2026, 11, 10), 20_000);
    shop.buy("1002", "D", LocalDate.of(2026, 10, 31), 10_000);
    shop.buy("1004", "E", LocalDate.of(2026, 11, 1), 1_000);
    shop.buy("1005", "F", LocalDate.of(2026, 10, 21), 7_000);
    var back = Facts.NONE.withReference("D");
    shop.ask(EventKind.RETURN, "", "R", LocalDate.of(2026, 11, 1), back);
    var visit = Facts.NONE.withSubject("visit");
    shop.ask(EventKind.ACTIVITY, "1003", "V", LocalDate.of(2026, 10, 15), visit);
    assertEquals(List.of(), shop.post(DAY));
    done("member merge 1005 1001");
    done("member leave 1003");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Typed done(String line) {
    var typed = shop.at(DAY).type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  private static String printed(String more) {
    return done("report cohorts -q -o csv " + more).out();
  }

  /** October's only card is that of somebody who has been there since September. */
  @Test
  void aPersonIsInTheMonthOfTheFirstCard() {
    assertEquals(
        """
        cohort,members,m0,m1,m2
        2026-09,3,1,2,1
        2026-11,1,1,,
        """,
        printed("--measure active"));
  }

  /** The two cards with which somebody bought in October are one buyer to either report. */
  @ParameterizedTest
  @ValueSource(strings = {"enrolment", "first_purchase"})
  void monthsAddUpToTheIndicatorsWithMergedCardsToo(String by) {
    var sums = new TreeMap<String, BigDecimal[]>();
    for (var row : rows("report cohorts --table long --by " + by + " --columns month,active,revenue")) {
      var sum = new BigDecimal[] {new BigDecimal(row[1]), new BigDecimal(row[2])};
      sums.merge(row[0], sum, (one, two) -> new BigDecimal[] {one[0].add(two[0]), one[1].add(two[1])});
    }
    var found = new ArrayList<String>();
    sums.forEach((month, sum) -> found.add(month + "-01," + sum[0] + "," + sum[1]));
    var kpi = rows("report kpi --by month --from 2026-09-01 --columns from,buyers,revenue");
    assertEquals(kpi.stream().map(row -> String.join(",", row)).toList(), found);
  }

  private static List<String[]> rows(String line) {
    return done(line + " -q -o csv").out().lines().skip(1).map(row -> row.split(",")).toList();
  }

  @Test
  void whoLeftIsStillMissed() {
    assertEquals(
        """
        cohort,members,m0,m1,m2
        2026-09,3,0.3333,0.6667,0.3333
        2026-11,1,1.0000,,
        """,
        printed(""));
  }

  @Test
  void aReturnLessensTheMonthInWhichItCame() {
    assertEquals(
        """
        cohort,members,m0,m1,m2
        2026-09,1,1000.00,570.50,200.00
        2026-10,1,100.00,-100.00,
        2026-11,1,10.00,,
        """,
        printed("--by first_purchase --measure revenue"));
    assertEquals(
        """
        cohort,members,m0,m1,m2
        2026-09,3,333.33,223.50,33.33
        2026-11,1,10.00,,
        """,
        printed("--measure revenue_per_member"));
  }

  @Test
  void aVisitCountsWhereActivitiesDo() {
    assertEquals(
        """
        cohort,members,m0,m1,m2
        2026-09,3,1,3,1
        2026-11,1,1,,
        """,
        printed("--measure active --active any"));
  }

  @Test
  void theLongTableHasAllOfACell() {
    assertEquals(
        """
        cohort,members,months_since,month,active,retention,revenue,revenue_per_member
        2026-09,3,0,2026-09,1,0.3333,1000.00,333.33
        2026-09,3,1,2026-10,2,0.6667,670.50,223.50
        2026-09,3,2,2026-11,1,0.3333,100.00,33.33
        2026-11,1,0,2026-11,1,1.0000,10.00,10.00
        """,
        printed("--table long"));
  }

  /** Months to come are null, and numbers are numbers. */
  @Test
  void jsonHasNumbersAndNulls() {
    assertEquals(
        """
        [
        {"cohort":"2026-09","members":3,"m0":1,"m1":2},
        {"cohort":"2026-11","members":1,"m0":1,"m1":null}
        ]
        """,
        done("report cohorts -q -o json --measure active --months 1").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --to 9999-12-31                                   | 2026-09,3,1,2,1 2026-11,1,1,,
          --to 2026-10-31                                   | 2026-09,3,1,2
          --to 2026-10-30                                   | 2026-09,3,1,1
          --to 2026-09-05                                   | 2026-09,1,0
          --to 2026-09-04                                   |
          --from 2026-09-30 --months 0                      | 2026-09,3,1 2026-11,1,1
          --from 2026-10-01                                 | 2026-11,1,1
          --from 2026-10-01 --by first_purchase             | 2026-10,1,1,0 2026-11,1,1,
          --from 2026-10-01 --by first_purchase --months 0  | 2026-10,1,1 2026-11,1,1
          """)
  void daysChooseCohortsAndEndThem(String options, String rows) {
    var found = printed("--measure active " + options).lines().skip(1).toList();
    assertEquals(rows == null ? "" : rows, String.join(" ", found));
  }

  /** The darkest is the most of the months after the first; what is still to come has no colour. */
  @Test
  void coloursMakeAHeatMap() {
    var typed = done("report cohorts -q --color always --measure active");
    var light = "\u001b[38;5;16;48;5;";
    var dark = "\u001b[38;5;231;48;5;";
    assertEquals(
        "\u001b[1mcohort   members  m0  m1  m2\u001b[0m\n"
            + "2026-09        3" + light + "73m   1\u001b[0m" + dark + "54m   2\u001b[0m"
            + light + "73m   1\u001b[0m\n"
            + "2026-11        1" + light + "73m   1\u001b[0m\n",
        typed.out());
    var plain = done("report cohorts -q --color always --measure active -o tsv");
    assertEquals(-1, plain.out().indexOf('\u001b'), plain.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --months -1                          | COHORT_MONTHS_OUT_OF_RANGE | BAD_INPUT
          --months 1201                        | COHORT_MONTHS_OUT_OF_RANGE | BAD_INPUT
          --months few                         | ARGUMENT_NOT_WHOLE         | BAD_INPUT
          --from 2026-11-01 --to 2026-10-31    | DAYS_REVERSED              | BAD_INPUT
          --to tomorrow                        | ARGUMENT_NOT_DATE          | BAD_INPUT
          --by birth                           | VALUE_NOT_AMONG            | USAGE
          --columns m9                         | COLUMN_UNKNOWN             | USAGE
          """)
  void aSlipIsToldByItsCode(String options, String code, Exit exit) {
    var typed = shop.at(DAY).type("report cohorts -o json " + options);
    assertTrue(typed.err().contains("\"code\":\"" + code + "\""), typed.err());
    assertEquals(exit, typed.exit());
    assertEquals("", typed.out());
  }

  @Test
  void aLedgerWithoutMembersHasNoCohorts(@TempDir Path elsewhere) {
    try (var empty = new Shop(elsewhere, Shop.PROGRAMME)) {
      assertEquals("cohort,members\n", empty.at(DAY).type("report cohorts -q -o csv").out());
      assertEquals("[]\n", empty.at(DAY).type("report cohorts -q -o json").out());
    }
  }
}
