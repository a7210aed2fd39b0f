package dev.kopilka.report.liability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.History;
import dev.kopilka.report.Liability;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.report.Shop;
import dev.kopilka.report.liability.Cohorts.Cell;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stories of lots add up to what the ledger says is open. */
class LotStoriesTest {
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final int MAY_MONTH = Span.MONTH.of(MAY);

  /** As the shop's, but points can be spent at once. */
  private static final String AT_ONCE = Shop.PROGRAMME.replace("    hold: P14D\n", "");

  @TempDir Path folder;

  private static Cohorts cohorts(Shop shop, LocalDate day) {
    var cohorts = new Cohorts(Span.MONTH, _ -> true);
    shop.read(
        unit -> {
          LotStories.tell(unit, shop.zone(), day, cohorts);
          return true;
        });
    return cohorts;
  }

  private static Lives lives(Shop shop, LocalDate day) {
    var lives = new Lives(day);
    shop.read(
        unit -> {
          LotStories.tell(unit, shop.zone(), day, lives);
          return true;
        });
    return lives;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 20261127})
  void whateverHappensWhatIsLeftIsWhatIsOpen(long seed) {
    try (var shop = new Shop(folder, Shop.PROGRAMME)) {
      var history = new History(shop, seed);
      for (var month = 0; month < 20; month++) history.month(History.FIRST.plusMonths(month));
      for (var month = 0; month < 20; month++) {
        var day = History.FIRST.plusMonths(month + 1).minusDays(1);
        var when = "seed " + seed + ", " + day;
        var liability = liability(shop, day);
        var cohorts = cohorts(shop, day);
        var lives = lives(shop, day);
        assertEquals(liability.open().points(), cohorts.open(), when);
        assertEquals(liability.open().points(), lives.open().points(), when);
        assertEquals(redeemed(cohorts, Span.MONTH.of(day)), drawn(shop, day), when);
        var curve = lives.exposure().curve();
        assertEquals(drawn(shop, day), curve.redeemed(0, curve.days()), when);
      }
    }
  }

  private static Liability liability(Shop shop, LocalDate day) {
    return shop.read(
        unit -> Liability.read(List.of(unit), new Period(History.FIRST, day), shop.zone()));
  }

  private static long redeemed(Cohorts cohorts, int last) {
    var sum = 0L;
    for (var origin = cohorts.firstOr(last); origin <= last + 1; origin++) {
      sum += cohorts.until(origin, last + 1).redeemed();
    }
    return sum;
  }

  /** Points that redemptions took from lots, less those that came back into them. */
  private static long drawn(Shop shop, LocalDate day) {
    var end = day.plusDays(1).atStartOfDay(shop.zone()).toInstant().toEpochMilli();
    var sql =
        """
        select coalesce(sum(d.points), 0) from draw d
        join entry e on e.member = d.member and e.seq = d.seq
        where e.kind in (3, 4, 5) and e.occurred_at < %d
        """.formatted(end);
    return shop.read(
        unit -> {
          try (var rows = unit.query(sql)) {
            rows.next();
            return rows.number(1);
          }
        });
  }

  private static void spend(Shop shop, String member, String id, LocalDate day, long points) {
    shop.ask(EventKind.REDEMPTION, member, id, day, Facts.NONE.withPoints(points));
  }

  @Test
  void theOrderOfDrawingIsMeasured() {
    try (var shop = new Shop(folder, AT_ONCE)) {
      shop.enrol("A", MAY);
      shop.buy("A", "1", MAY, 100_000);
      spend(shop, "A", "s1", MAY.plusDays(3), 30);
      shop.buy("A", "2", MAY.plusDays(10), 100_000);
      spend(shop, "A", "s2", MAY.plusDays(20), 10);
      shop.buy("A", "3", MAY.plusMonths(1), 100_000);
      spend(shop, "A", "s3", MAY.plusMonths(1).plusDays(5), 10);
      assertEquals(List.of(), shop.post(MAY.plusMonths(2)));
      var cohorts = cohorts(shop, MAY.plusMonths(2));
      assertEquals(new Cell(200, 50, 0), cohorts.until(MAY_MONTH, MAY_MONTH + 1));
      assertEquals(new Cell(100, 0, 0), cohorts.until(MAY_MONTH + 1, MAY_MONTH + 2));
      // By month only the last redemption had a younger month to choose from, by day the last two.
      assertEquals(Optional.of(new BigDecimal("0.2000")), cohorts.queue().share());
      assertTrue(cohorts.queue().isMuch());
      var lives = lives(shop, MAY.plusMonths(2));
      assertEquals(Optional.of(new BigDecimal("0.4000")), lives.queue().share());
    }
  }

  @Test
  void pointsKeepTheirMonthWhenTheyMoveToAnotherMember() {
    try (var shop = new Shop(folder, AT_ONCE)) {
      shop.enrol("A", MAY);
      shop.enrol("B", MAY);
      shop.buy("A", "1", MAY, 100_000);
      spend(shop, "A", "s1", MAY.plusDays(3), 30);
      assertEquals(List.of(), shop.post(MAY.plusDays(4)));
      var typed = shop.at(MAY.plusMonths(1)).type("member merge A B --reason two-cards");
      assertEquals(Exit.DONE, typed.exit(), typed.err());
      spend(shop, "B", "s2", MAY.plusMonths(1).plusDays(1), 20);
      assertEquals(List.of(), shop.post(MAY.plusMonths(1).plusDays(1)));
      var day = MAY.plusMonths(1).plusDays(2);
      assertEquals(new Cell(100, 50, 0), cohorts(shop, day).until(MAY_MONTH, MAY_MONTH + 1));
      var curve = lives(shop, day).exposure().curve();
      assertEquals(100, curve.atRisk(3));
      assertEquals(70, curve.atRisk(31));
      assertEquals(0.7 * 5 / 7, curve.survival(32), 1e-12);
    }
  }

  @Test
  void balancesBroughtOverHaveNoBeginning() {
    try (var shop = new Shop(folder, AT_ONCE)) {
      shop.enrol("A", MAY);
      var terms = new Terms(MAY.minusMonths(5), MAY.minusMonths(5), MAY.plusMonths(7));
      shop.ask(
          EventKind.OPENING, "A", "o", MAY, Facts.NONE.withPoints(500).withTerms(terms));
      shop.buy("A", "1", MAY, 100_000);
      spend(shop, "A", "s1", MAY.plusDays(10), 50);
      assertEquals(List.of(), shop.post(MAY.plusDays(10)));
      var cohorts = cohorts(shop, MAY.plusDays(10));
      assertEquals(MAY_MONTH - 5, cohorts.firstOr(0));
      assertEquals(MAY_MONTH, cohorts.firstWholeOr(0));
      assertEquals(550, cohorts.open());
      var curve = lives(shop, MAY.plusDays(10)).exposure().curve();
      // They come under risk at the age at which they came over.
      var age = (int) (MAY.toEpochDay() - MAY.minusMonths(5).toEpochDay());
      assertEquals(0, curve.atRisk(age - 1));
      assertEquals(500, curve.atRisk(age));
      assertEquals(0.9, curve.survival(age + 10), 1e-12);
    }
  }

  @Test
  void whatIsOverItsLastDayHasLapsedThoughNobodyClosedIt() {
    try (var shop = new Shop(folder, AT_ONCE)) {
      shop.enrol("A", MAY);
      shop.buy("A", "1", MAY, 100_000);
      assertEquals(List.of(), shop.post(MAY));
      var after = LocalDate.of(2027, 6, 1);
      assertEquals(100, cohorts(shop, after.minusDays(1)).open());
      assertEquals(0, cohorts(shop, after).open());
      assertEquals(new Cell(100, 0, 100), cohorts(shop, after).until(MAY_MONTH, MAY_MONTH + 13));
      assertFalse(lives(shop, after).queue().isMuch());
    }
  }
}
