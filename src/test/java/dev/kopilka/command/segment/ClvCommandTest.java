package dev.kopilka.command.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kopilka.app.Typed;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Exit;
import dev.kopilka.segment.clv.Cdnow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The CDNOW sample imported as purchases of one programme, and what {@code segment clv} says. */
class ClvCommandTest {
  private static final String CALIBRATION = "segment clv --as-of 1997-09-30 ";
  private static final String FILE = "examples/data/cdnow/transactions.csv";

  private static final String PROGRAMME =
      """
      program:
        code: cds
        name: CDs by mail
        kind: [bonus]
        currency: USD
        timezone: America/New_York
        points: { name: [point, points], value: "0.01" }
        earning_base: { net_of_discount: true, exclude_part_paid_with_points: true }
        returns: { policy: to_debt, lapsed_points: lost }
      earn:
        - { code: base, on: purchase, give: { points: 5, per: "1.00" } }
      """;

  @TempDir static Path folder;
  private static Typed.Place place;
  private static JsonNode expected;

  @BeforeAll
  static void importTheSales() throws IOException {
    expected = Cdnow.expected();
    place = shop(folder);
    done(
        place,
        "enroll import " + FILE + " --map customer_id=member --map enrolled_at:=1997-01-01");
    done(
        place,
        "accrue import "
            + FILE
            + " --kind purchases --map #=id --map customer_id=member --map date=occurred_at"
            + " --map cds=quantity");
  }

  private static Typed.Place shop(Path home) throws IOException {
    Ledgers.created(home.resolve("kopilka.db"));
    var place = Typed.Place.in(home);
    var programme = Files.writeString(home.resolve("program.yaml"), PROGRAMME);
    done(place, "program apply " + programme + " --effective 1997-01-01");
    return place;
  }

  private static Typed done(Typed.Place where, String line) {
    var typed = where.type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  private static double relative() {
    return expected.path("tolerances").path("per_customer_relative").asDouble();
  }

  private static JsonNode json(String line) throws IOException {
    return JsonMapper.builder().build().readTree(done(place, line + " -o json").out());
  }

  private static void near(JsonNode wanted, JsonNode found) {
    assertEquals(wanted.asDouble(), found.asDouble(), Math.abs(wanted.asDouble()) * relative());
  }

  @Test
  void theSummaryHasThePublishedFigures() throws IOException {
    var found = json(CALIBRATION + "--summary --holdout-to 1998-06-30");
    assertEquals(2357, found.path("members").asInt());
    assertEquals(946, found.path("repeat_members").asInt());
    for (var source : List.of("published", "recomputed_in_R")) {
      for (var one : expected.path(source).path("bgnbd").properties()) {
        near(one.getValue(), found.path("bg_nbd").path(one.getKey()));
      }
      for (var one : expected.path(source).path("gammagamma").properties()) {
        near(one.getValue(), found.path("gamma_gamma").path(one.getKey()));
      }
    }
    var recomputed = expected.path("recomputed_in_R");
    assertEquals(
        recomputed.path("bgnbd_loglik").asDouble(),
        found.path("bg_nbd").path("log_likelihood").asDouble(),
        0.01);
    assertEquals(
        recomputed.path("gammagamma_loglik").asDouble(),
        found.path("gamma_gamma").path("log_likelihood").asDouble(),
        0.01);
    near(recomputed.path("cor_frequency_monetary"), found.path("correlation"));
    assertEquals("[]", found.path("warnings").toString());
    var holdout = found.path("holdout").path(0);
    assertEquals(1882, holdout.path("actual").asInt());
    near(recomputed.path("sum_exp_39w"), holdout.path("expected"));
    assertEquals(1411, found.path("frequencies").path(0).path("members").asInt());
  }

  @Test
  void everyCustomerIsAsInR() throws IOException {
    var year = json(CALIBRATION + "--holdout-to 1998-06-30 --discount 0%");
    var half = json(CALIBRATION + "--weeks 39");
    var customers = Cdnow.customers();
    assertEquals(customers.size(), year.size());
    for (var i = 0; i < customers.size(); i++) {
      var customer = customers.get(i);
      var row = year.path(i);
      assertEquals(customer.code(), row.path("member").asText());
      assertEquals(customer.x(), row.path("repeats").asInt());
      assertEquals(customer.later(), row.path("holdout_purchases").asInt());
      assertEquals(customer.recency(), row.path("recency_weeks").asDouble(), 5e-5);
      assertEquals(customer.age(), row.path("age_weeks").asDouble(), 5e-5);
      assertEquals(customer.mean(), row.path("average_spend").asDouble(), 0.005001);
      var wanted = customer.expected();
      printed(wanted[0], row.path("alive"), 6);
      printed(wanted[1], half.path(i).path("expected_purchases"), 6);
      printed(wanted[2], row.path("expected_purchases"), 6);
      printed(wanted[3], row.path("expected_spend"), 2);
      printed(wanted[4], row.path("value"), 2);
      assertEquals(row.path("value"), row.path("discounted_value"));
    }
  }

  /** Within the tolerance, and half a unit of the last decimal that is printed. */
  private static void printed(double wanted, JsonNode found, int decimals) {
    var half = 0.500001 * Math.pow(10, -decimals);
    assertEquals(wanted, found.asDouble(), Math.abs(wanted) * relative() + half);
  }

  @Test
  void weeksAndMonthsOfTheHoldoutAddUpToTheWhole() throws IOException {
    for (var by : List.of("week", "month")) {
      var rows = json(CALIBRATION + "--holdout-to 1998-06-30 --by " + by);
      assertEquals(by.equals("week") ? 39 : 9, rows.size());
      var last = rows.path(rows.size() - 1);
      assertEquals(1882, last.path("actual_so_far").asInt());
      near(expected.path("recomputed_in_R").path("sum_exp_39w"), last.path("expected_so_far"));
      var sum = 0;
      for (var row : rows) sum += row.path("actual").asInt();
      assertEquals(1882, sum);
    }
  }

  @Test
  void saysWhatWasFittedBesideTheRows() {
    var typed = done(place, CALIBRATION + "-o csv");
    assertTrue(typed.err().contains("2357") && typed.err().contains("-9582.42"), typed.err());
    assertEquals("", done(place, CALIBRATION + "-o csv -q").err());
  }

  @Test
  void aReturnAndAMergedCardCountWhereTheyBelong(@TempDir Path home) throws IOException {
    var shop = shop(home);
    for (var member : List.of("A", "B")) {
      done(shop, "enroll add " + member + " --enrolled-at 2026-01-01");
    }
    buy(shop, "A 1 2026-01-10 10.00", "A 2 2026-01-17 30.00", "B 3 2026-01-24 50.00");
    done(shop, "accrue return 2 --id X --amount 10.00 --at 2026-03-01");
    done(shop, "accrue return 1 --id Y --amount 5.00 --at 2026-03-02");
    done(shop, "member merge B A");
    var typed =
        done(shop, "segment clv --as-of 2026-03-14 -o csv -q --columns member,repeats,"
            + "recency_weeks,age_weeks,average_spend");
    assertEquals(
        """
        member,repeats,recency_weeks,age_weeks,average_spend
        A,2,2.0000,9.0000,35.00
        """,
        typed.out());
    // The day before the return it is not known yet.
    var before =
        done(shop, "segment clv --as-of 2026-02-28 -o csv -q --columns average_spend");
    assertEquals("average_spend\n40.00\n", before.out());
  }

  private static void buy(Typed.Place shop, String... sales) {
    for (var sale : sales) {
      var words = sale.split(" ");
      done(
          shop,
          "accrue purchase " + words[0] + " --id " + words[1] + " --at " + words[2] + " --amount "
              + words[3]);
    }
  }

  @Test
  void anEmptyLedgerAndBuyersWhoNeverCameBackAreNoFailure(@TempDir Path home) throws IOException {
    var shop = shop(home);
    var empty = done(shop, "segment clv -o csv");
    assertEquals(1, empty.out().lines().count());
    assertTrue(empty.err().contains("nobody bought"), empty.err());
    done(shop, "enroll add A --enrolled-at 2026-01-01");
    buy(shop, "A 1 2026-01-10 10.00", "A 2 2026-01-10 20.00");
    var once = done(shop, "segment clv -o json --as-of 2026-01-17");
    assertEquals(
        """
        [
        {"member":"A","repeats":0,"recency_weeks":0.0000,"age_weeks":1.0000,"average_spend":null,\
        "alive":null,"expected_purchases":null,"expected_spend":null,"value":null,\
        "discounted_value":null,"holdout_purchases":null}
        ]
        """,
        once.out());
    assertTrue(once.err().contains("nobody came back"), once.err());
    var summary = done(shop, "segment clv --summary -o json").out();
    assertTrue(summary.contains("\"bg_nbd\":null") && summary.contains("no_repeats"), summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          segment clv --weeks 0                                         | CLV_WEEKS_OUT_OF_RANGE
          segment clv --weeks 521                                       | CLV_WEEKS_OUT_OF_RANGE
          segment clv --weeks many                                      | ARGUMENT_NOT_WHOLE
          segment clv --discount 10                                     | ARGUMENT_NOT_PERCENT
          segment clv --discount -1%                                    | ARGUMENT_NOT_PERCENT
          segment clv --margin 101%                                     | ARGUMENT_NOT_PERCENT
          segment clv --as-of 1997-09-30 --from 1997-10-01              | DAYS_REVERSED
          segment clv --as-of 1997-09-30 --holdout-to 1997-09-30        | DAYS_REVERSED
          segment clv --by week                                         | CLV_HOLDOUT_MISSING
          """)
  void aSlipIsToldByItsCode(String line, String code) {
    var typed = place.type(line + " -o json");
    assertTrue(typed.err().startsWith("{\"error\":{\"code\":\"" + code + "\""), typed.err());
    assertEquals(
        code.equals("CLV_HOLDOUT_MISSING") ? Exit.USAGE : Exit.BAD_INPUT, typed.exit());
    assertEquals("", typed.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--summary ", "--holdout-to 1998-06-30 --by week "})
  void nothingIsSaidOfAnAnswerThatIsNotShown(String more) {
    var typed = place.type(CALIBRATION + more + "--columns nothing");
    assertEquals(Exit.USAGE, typed.exit());
    assertTrue(typed.err().startsWith("kopilka: There is no column"), typed.err());
  }
}
