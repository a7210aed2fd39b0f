package dev.kopilka.report.liability.revenue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kopilka.report.liability.revenue.Deferral.Standing;
import dev.kopilka.report.liability.revenue.DeferredRevenue.Account;
import dev.kopilka.report.liability.revenue.DeferredRevenue.Booking;
import dev.kopilka.report.liability.revenue.DeferredRevenue.Document;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Illustrative Example 52 of IFRS 15, and what it does not show. */
class Example52Test {
  private static JsonNode example;
  private static DeferredRevenue revenue;

  @BeforeAll
  static void twoPeriods() throws IOException {
    var file = Path.of("examples/data/ifrs15-example-52/example.json").toFile();
    example = JsonMapper.builder().build().readTree(file);
    var split = Allocation.of(10_000_000, 10_000_000, new BigDecimal("950000"));
    revenue = new DeferredRevenue();
    revenue.begin("1");
    revenue.sell("1", 10_000_000, split);
    revenue.move("1", new Standing(split.points(), 4_500, 9_500));
    revenue.begin("2");
    revenue.move("1", new Standing(split.points(), 8_500, 9_700));
  }

  private static void near(String part, String name, long cents) {
    var published = example.get(part).get(name).asDouble();
    assertEquals(published, cents / 100.0, example.get("tolerance_CU").asDouble(), name);
  }

  private static void exact(String name, long cents) {
    assertEquals(example.get("unrounded").get(name).asDouble(), cents / 100.0, 0.005, name);
  }

  @Test
  void thePublishedFiguresAreMet() {
    var first = revenue.periods().getFirst();
    var second = revenue.periods().getLast();
    near("allocation_CU", "goods", first.goods());
    near("allocation_CU", "points", first.deferred());
    near("period_1", "revenue_points_CU", first.pointsRevenue());
    near("period_1", "contract_liability_CU", first.closing());
    near("period_2", "revenue_points_CU", second.pointsRevenue());
    near("period_2", "cumulative_revenue_CU", first.pointsRevenue() + second.pointsRevenue());
    near("period_2", "contract_liability_CU", second.closing());
    exact("goods", first.goods());
    exact("points", first.deferred());
    exact("period_1_revenue", first.pointsRevenue());
    exact("period_1_liability", first.closing());
    exact("period_2_revenue", second.pointsRevenue());
    exact("period_2_liability", second.closing());
  }

  @Test
  void theCatchUpIsBookedApart() {
    // 8,675.80 × 4,500 × (1/9,700 − 1/9,500): more points are expected, so less was earned before.
    assertEquals(-84_73, revenue.periods().getLast().caughtUp());
    assertEquals(
        List.of(
            new Booking(
                "2",
                Document.RELEASE,
                Account.CONTRACT_LIABILITY,
                Account.REVENUE_POINTS,
                3577_65),
            new Booking(
                "2",
                Document.CATCH_UP,
                Account.REVENUE_POINTS,
                Account.CONTRACT_LIABILITY,
                84_73)),
        DeferredRevenue.journal(revenue.periods().getLast()));
  }

  @ParameterizedTest
  @CsvSource({
    // Nothing was paid, or no point is expected to be redeemed: nothing is deferred.
    "0,      10000, 500,  0",
    "-300,   0,     500,  0",
    "10000,  10000, 0,    0",
    // Goods given away: the whole price is for the points.
    "10000,  0,     500,  10000",
    "10001,  10000, 10000, 5001"
  })
  void theSplitAddsUp(long price, long goods, BigDecimal points, long deferred) {
    var split = Allocation.of(price, goods, points);
    assertEquals(deferred, split.points());
    assertEquals(price, split.goods() + split.points());
  }

  @Test
  void whatLapsesIsRevenueInTheEnd() {
    var deferral = new Deferral(1_000);
    deferral.move(new Standing(1_000, 40, 80));
    assertEquals(500, deferral.liability());
    assertEquals(new Deferral.Movement(0, 500, 0), deferral.move(new Standing(1_000, 40, 40)));
    assertEquals(0, deferral.liability());
    var unused = new Deferral(700);
    assertEquals(new Deferral.Movement(0, 700, 0), unused.move(new Standing(700, 0, 0)));
  }

  @Test
  void pointsTakenBackTakeTheirPartAlong() {
    var deferral = new Deferral(1_000);
    deferral.move(new Standing(1_000, 0, 80));
    assertEquals(new Deferral.Movement(0, 0, 250), deferral.move(new Standing(750, 0, 60)));
    assertEquals(750, deferral.liability());
  }

  @Test
  void noMoreIsRedeemedThanWasExpected() {
    assertThrows(IllegalArgumentException.class, () -> new Standing(10, 5, 4));
  }

  @Test
  void whateverComesTheLiabilityAddsUp() {
    var random = new Random(52);
    for (var round = 0; round < 200; round++) {
      var book = new DeferredRevenue();
      var deferred = 1 + (long) random.nextInt(1_000_000);
      var redeemed = 0L;
      var all = 0L;
      for (var period = 0; period < 6; period++) {
        book.begin("p" + period);
        if (period == 0) book.sell("g", 2 * deferred, new Allocation(deferred, deferred));
        redeemed += random.nextInt(500);
        deferred -= random.nextInt((int) Math.min(deferred, 100) + 1);
        var expected = redeemed + (period == 5 ? 0 : random.nextInt(900));
        book.move("g", new Standing(deferred, redeemed, expected));
        var last = book.periods().getLast();
        assertEquals(book.liability("g"), last.closing());
        all += last.pointsRevenue();
      }
      assertEquals(deferred, all, "all that was deferred is revenue when the last point is gone");
    }
  }
}
