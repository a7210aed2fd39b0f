package dev.kopilka.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.report.Periods.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lots and entries, now and in hindsight, tell the same story. */
class LiabilityTest {
  private static final LocalDate FIRST = History.FIRST;
  private static final int MONTHS = 20;

  @TempDir Path folder;

  /** What the last entry of each member says that the member has. */
  private static long balances(Shop shop) {
    var sql =
        """
        select coalesce(sum(e.balance), 0) from entry e
        join (select member, max(seq) as seq from entry group by member) l
          on l.member = e.member and l.seq = e.seq
        """;
    return shop.read(
        unit -> {
          try (var rows = unit.query(sql)) {
            rows.next();
            return rows.number(1);
          }
        });
  }

  private static long ages(Liability liability) {
    return liability.open().ages().stream().mapToLong(Ages.Band::points).sum();
  }

  private static Liability at(Shop shop, LocalDate day) {
    return shop.read(unit -> Liability.read(List.of(unit), new Period(FIRST, day), shop.zone()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261122})
  void whatWasTrueAtTheEndOfAMonthIsToldTheSameLater(long seed) {
    try (var shop = new Shop(folder, Shop.PROGRAMME)) {
      var history = new History(shop, seed);
      var told = new ArrayList<Liability>();
      for (var month = 0; month < MONTHS; month++) {
        history.month(FIRST.plusMonths(month));
        told.add(at(shop, FIRST.plusMonths(month + 1).minusDays(1)));
        assertEquals(balances(shop), told.getLast().flows().getLast().closing());
        assertEquals(told.getLast().open().points(), ages(told.getLast()));
      }
      var kinds = 0L;
      for (var flow : told.getLast().flows()) {
        kinds |= flow.issued() != 0 ? 1 : 0;
        kinds |= flow.redeemed() != 0 ? 2 : 0;
        kinds |= flow.expired() != 0 ? 4 : 0;
        kinds |= flow.adjusted() != 0 ? 8 : 0;
      }
      assertEquals(15, kinds, "seed " + seed + " does not exercise every column");
      for (var month = 0; month < MONTHS; month++) {
        var day = FIRST.plusMonths(month + 1).minusDays(1);
        same(told.get(month), at(shop, day), "seed " + seed + ", " + day);
      }
    }
  }

  /** A close that ran late still closed lots on their own day: they are expired and not lapsed. */
  private static void same(Liability told, Liability later, String when) {
    assertEquals(told.open().groups(), later.open().groups(), when);
    assertEquals(told.debt(), later.debt(), when);
    assertEquals(solid(told), solid(later), when);
    if (told.open().lapsed() == 0) assertEquals(told, later, when);
  }

  private static long solid(Liability liability) {
    return liability.flows().getLast().closing() - liability.open().lapsed();
  }

  @Test
  void everyMonthOpensWithWhatTheLastOneClosedWith() {
    try (var shop = new Shop(folder, Shop.PROGRAMME)) {
      var history = new History(shop, 7);
      for (var month = 0; month < 6; month++) history.month(FIRST.plusMonths(month));
      var flows = at(shop, LocalDate.of(2024, 6, 30)).flows();
      assertEquals(6, flows.size());
      for (var i = 1; i < flows.size(); i++) {
        assertEquals(flows.get(i - 1).closing(), flows.get(i).opening());
      }
    }
  }

  @Test
  void aLapsedLotIsNoLiabilityThoughItsClosingEntryIsMissing() {
    try (var shop = new Shop(folder, Shop.PROGRAMME)) {
      shop.enrol("A", FIRST);
      shop.buy("A", "1", FIRST, 50_000);
      shop.buy("A", "2", FIRST.plusMonths(10), 20_000);
      shop.post(LocalDate.of(2025, 3, 1));
      // 1 January 2024 plus two weeks plus twelve months, to the end of the month.
      var last = at(shop, LocalDate.of(2025, 1, 31));
      var after = at(shop, LocalDate.of(2025, 2, 1));
      assertEquals(70, last.open().points());
      assertEquals(0, last.open().lapsed());
      assertEquals(20, after.open().points());
      assertEquals(50, after.open().lapsed());
      assertEquals(70, after.flows().getLast().closing());
      shop.settle(LocalDate.of(2025, 3, 1));
      var settled = at(shop, LocalDate.of(2025, 3, 1));
      assertEquals(0, settled.open().lapsed());
      assertEquals(20, settled.flows().getLast().closing());
      assertEquals(50, settled.flows().get(13).expired());
      assertTrue(settled.open().groups().getFirst().first().isAfter(LocalDate.of(2025, 10, 31)));
    }
  }

  @Test
  void aCacheThatDisagreesStopsTheReport() {
    try (var shop = new Shop(folder, Shop.PROGRAMME)) {
      shop.enrol("A", FIRST);
      shop.buy("A", "1", FIRST, 50_000);
      shop.post(FIRST);
      shop.write(
          unit -> {
            unit.run("update lot set remaining = remaining - 1");
            return true;
          });
      var thrown =
          org.junit.jupiter.api.Assertions.assertThrows(
              IllegalStateException.class, () -> at(shop, FIRST));
      assertTrue(thrown.getMessage().contains("audit verify"), thrown.getMessage());
    }
  }
}
