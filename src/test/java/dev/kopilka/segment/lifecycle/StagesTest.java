package dev.kopilka.segment.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop's ledger with random purchases, asked in every way; and a merged card, and a leaving. */
class StagesTest {
  private static final LocalDate START = LocalDate.of(2025, 8, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final int MEMBERS = 60;

  @TempDir static Path folder;
  private static Shop shop;

  /** By member, so that growth can be counted a second time. */
  private static final Map<String, List<LocalDate>> BOUGHT = new TreeMap<>();

  @BeforeAll
  static void fill() {
    shop = new Shop(folder, Shop.PROGRAMME + "lifecycle: { kind: shop, active: P1M, lost: P6M }\n");
    var random = new Random(5);
    for (var i = 0; i < MEMBERS; i++) {
      var code = "m" + i;
      var enrolled = START.plusDays(random.nextInt(200));
      shop.enrol(code, enrolled);
      var days = new ArrayList<LocalDate>();
      for (var n = random.nextInt(9); n > 0; n--) {
        var day = enrolled.plusDays(random.nextInt(400));
        if (!day.isAfter(DAY)) days.add(day);
      }
      for (var day : days) shop.buy(code, code + "-" + days.indexOf(day) + day, day, 5_000);
      BOUGHT.put(code, days);
    }
    assertEquals(List.of(), shop.post(DAY));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static List<String[]> rows(String line) {
    var typed = shop.at(DAY).type("segment lifecycle -q -o csv " + line);
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    return typed.out().lines().skip(1).map(row -> row.split(",", -1)).toList();
  }

  @ParameterizedTest
  @CsvSource({"2025-08-15", "2026-01-31", "2026-02-28", "2026-06-30", "2026-11-22"})
  void theSummaryAddsUpTheMembers(String day) {
    var listed = new HashMap<String, Long>();
    var members = new HashSet<String>();
    for (var row : rows("--as-of " + day)) {
      listed.merge(row[1], 1L, Long::sum);
      assertTrue(members.add(row[0]), row[0] + " is listed twice");
    }
    var summed = 0L;
    for (var row : rows("--summary --as-of " + day)) {
      assertEquals(listed.getOrDefault(row[0], 0L), Long.parseLong(row[1]), row[0]);
      assertEquals(
          listed.getOrDefault(row[0], 0L), rows("--as-of " + day + " --stage " + row[0]).size());
      summed += Long.parseLong(row[1]);
    }
    assertEquals(members.size(), summed);
  }

  @Test
  void aFlowEndsInTheStagesOfItsDays() {
    var from = new HashMap<String, Long>();
    var to = new HashMap<String, Long>();
    for (var row : rows("--from 2026-03-31 --to 2026-10-31")) {
      from.merge(row[0], Long.parseLong(row[2]), Long::sum);
      to.merge(row[1], Long.parseLong(row[2]), Long::sum);
    }
    var members = from.values().stream().mapToLong(n -> n).sum();
    assertEquals(MEMBERS, members);
    for (var row : rows("--summary --as-of 2026-03-31")) {
      assertEquals(from.getOrDefault(row[0], 0L), Long.parseLong(row[1]), row[0]);
    }
    for (var row : rows("--summary --as-of 2026-10-31")) {
      assertEquals(to.getOrDefault(row[0], 0L), Long.parseLong(row[1]), row[0]);
    }
  }

  /** The accounts of growth from the purchases alone: sets of those who bought in each month. */
  @Test
  void growthIsExactMonthByMonth() {
    var months =
        rows("--by-month --columns month,active_before,new,retained,reactivated,active,churned");
    assertEquals("2025-08", months.getFirst()[0]);
    assertEquals("2026-11", months.getLast()[0]);
    assertEquals(16, months.size());
    for (var row : months) {
      var month = YearMonth.parse(row[0]);
      var before = buyers(month.minusMonths(1));
      var active = buyers(month);
      var known = new HashSet<String>();
      BOUGHT.forEach(
          (member, days) -> {
            if (days.stream().anyMatch(day -> YearMonth.from(day).isBefore(month)))
              known.add(member);
          });
      var fresh = without(active, known).size();
      var retained = active.size() - without(active, before).size();
      var expected =
          List.of(
              row[0],
              "" + before.size(),
              "" + fresh,
              "" + retained,
              "" + (active.size() - fresh - retained),
              "" + active.size(),
              "" + without(before, active).size());
      assertEquals(expected, List.of(row));
    }
  }

  private static Set<String> buyers(YearMonth month) {
    var buyers = new HashSet<String>();
    BOUGHT.forEach(
        (member, days) -> {
          if (days.stream().anyMatch(day -> YearMonth.from(day).equals(month))) buyers.add(member);
        });
    return buyers;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    var rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --summary --by-month                  | USAGE     | OPTIONS_EXCLUDE
          --summary --from 2026-01-01           | USAGE     | OPTIONS_EXCLUDE
          --by-month --stage new                | USAGE     | OPTIONS_EXCLUDE
          --as-of 2026-01-01 --to 2026-01-01    | USAGE     | OPTIONS_EXCLUDE
          --to 2026-01-01                       | USAGE     | OPTION_MISSING
          --stage inactive                      | USAGE     | STAGE_UNFIT
          --stage gone                          | USAGE     | VALUE_NOT_AMONG
          --from 2026-11-23                     | BAD_INPUT | DAYS_REVERSED
          --by-month --from 2026-11-23          | BAD_INPUT | DAYS_REVERSED
          --from yesterday                      | BAD_INPUT | ARGUMENT_NOT_DATE
          """)
  void whatCannotBeAnsweredIsRefused(String line, Exit exit, String code) {
    var typed = shop.at(DAY).type("segment lifecycle -o json " + line);
    assertEquals(exit, typed.exit());
    assertTrue(typed.err().contains('"' + code + '"'), typed.err());
  }

  @Test
  void aMergedCardIsTheMemberWhoHasItNow(@TempDir Path other) {
    try (var shop = new Shop(other, Shop.PROGRAMME)) {
      shop.enrol("ann", DAY.minusMonths(3));
      shop.enrol("card", DAY.minusMonths(8));
      shop.enrol("bob", DAY.minusMonths(8));
      shop.buy("card", "1", DAY.minusDays(50), 1_000);
      shop.buy("ann", "2", DAY.minusDays(2), 1_000);
      shop.buy("bob", "3", DAY.minusDays(2), 1_000);
      shop.post(DAY);
      assertEquals(Exit.DONE, shop.at(DAY).type("member merge card ann --reason two-cards").exit());
      assertEquals(Exit.DONE, shop.at(DAY).type("member leave bob").exit());
      assertEquals(
          """
          member,stage,enrolled_on,last_purchase_on,purchases
          ann,retained,2026-03-22,2026-11-20,2
          bob,lost,2026-03-22,2026-11-20,1
          """,
          shop.at(DAY).type("segment lifecycle -q -o csv").out());
      assertEquals(
          """
          member,stage,enrolled_on,last_purchase_on,purchases
          ann,retained,2026-03-22,2026-11-20,2
          bob,new,2026-03-22,2026-11-20,1
          """,
          shop.at(DAY).type("segment lifecycle -q -o csv --as-of 2026-11-21").out());
    }
  }

  @Test
  void whatWasUndoneNeverHappened(@TempDir Path other) {
    var programme =
        Shop.PROGRAMME.replace("[bonus]", "[bonus, club]")
            + "lifecycle: { kind: club, visits: [visit], contracts: [year] }\n";
    try (var shop = new Shop(other, programme)) {
      shop.enrol("ann", DAY.minusDays(100));
      shop.ask(EventKind.ACTIVITY, "ann", "V", DAY.minusDays(1), Facts.NONE.withSubject("visit"));
      shop.post(DAY);
      var line = "segment lifecycle -q -o tsv --columns stage,last_visit_on,visits";
      assertEquals(
          "stage\tlast_visit_on\tvisits\nactive\t2026-11-21\t1\n", shop.at(DAY).type(line).out());
      shop.ask(
          EventKind.REVERSAL, "ann", "R", DAY, Facts.NONE.withReference("activities:V"));
      assertEquals(List.of(), shop.post(DAY));
      assertEquals("stage\tlast_visit_on\tvisits\nlost\t\t0\n", shop.at(DAY).type(line).out());
      assertEquals(
          "stage\tlast_visit_on\tvisits\nlost\t\t0\n",
          shop.at(DAY).type(line + " --as-of 2026-11-21").out());
    }
  }
}
