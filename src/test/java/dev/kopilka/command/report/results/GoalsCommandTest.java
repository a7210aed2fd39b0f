package dev.kopilka.command.report.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Kpis;
import dev.kopilka.report.Periods;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.report.Shop;
import dev.kopilka.report.Windows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four goals of a shop with two members, and the indicators that they are measured by. */
class GoalsCommandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String PROGRAMME =
      Shop.PROGRAMME.replace("hold: P14D", "hold: P14D\n    budget: 150")
          + """
          goals:
            - code: members
              name: Four members
              kpi: members
              baseline: { on: 2026-08-31, value: 0 }
              control: [{ on: 2026-09-30, value: 1 }]
              target: { on: 2026-12-31, value: 4 }
            - code: revenue
              kpi: revenue
              window: rolling P1M
              baseline: { on: 2026-08-31, value: 0 }
              target: { on: 2026-10-31, value: "800.00" }
            - code: spent
              kpi: redeemed
              window: since_baseline
              baseline: { on: 2026-10-31, value: 0 }
              target: { on: 2026-11-30, value: 100 }
            - code: later
              kpi: repeat_rate
              window: rolling P3M
              baseline: { on: 2026-12-31, value: 10% }
              target: { on: 2027-12-31, value: 25% }
          """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void trade() {
    shop = new Shop(folder, PROGRAMME);
    shop.enrol("1001", LocalDate.of(2026, 9, 5));
    shop.enrol("1002", LocalDate.of(2026, 10, 1));
    shop.buy("1001", "A", LocalDate.of(2026, 9, 6), 100_000);
    shop.buy("1001", "B", LocalDate.of(2026, 10, 2), 50_050);
    shop.buy("1001", "C", LocalDate.of(2026, 10, 30), 20_000);
    shop.buy("1002", "D", LocalDate.of(2026, 10, 31), 10_000);
    shop.ask(
        EventKind.REDEMPTION, "1001", "S", LocalDate.of(2026, 11, 3), Facts.NONE.withPoints(40));
    shop.ask(EventKind.LEAVING, "1002", "L", LocalDate.of(2026, 11, 4), Facts.NONE);
    assertEquals(List.of(), shop.post(DAY));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Typed type(String line) {
    return shop.at(DAY).type(line);
  }

  @Test
  void eachGoalStandsSomewhereOnItsWay() {
    var typed =
        type("report goals -o csv --columns goal,unit,measured_on,plan,fact,deviation,attained,status");
    assertEquals(
        """
        goal,unit,measured_on,plan,fact,deviation,attained,status
        members,count,2026-11-22,3,1,-2,0.2500,behind
        revenue,USD,2026-10-31,800.00,800.50,0.50,1.0006,reached
        spent,points,2026-11-22,73,40,-33,0.4000,behind
        later,share,,,,,,not_begun
        """,
        typed.out());
    assertEquals(Exit.CHECK_FAILED, typed.exit());
  }

  @Test
  void aGoalThatIsReachedOrOnTrackIsNoTrouble() {
    assertEquals(Exit.DONE, type("report goals --goal revenue").exit());
    var early = type("report goals --goal members --as-of 2026-10-31 -q -o csv --columns plan,fact,status");
    assertEquals("plan,fact,status\n2,2,on_track\n", early.out());
    assertEquals(Exit.DONE, early.exit());
    assertEquals(Exit.DONE, type("report goals --goal later").exit());
  }

  @Test
  void aGoalWhoseDayHasPassedUnreachedIsMissed() {
    var typed =
        shop.at(LocalDate.of(2027, 2, 1))
            .type("report goals --goal members -q -o csv --columns measured_on,fact,status");
    assertEquals("measured_on,fact,status\n2026-12-31,1,missed\n", typed.out());
    assertEquals(Exit.CHECK_FAILED, typed.exit());
  }

  @Test
  void everyControlPointIsMeasuredOnItsDay() {
    assertEquals(
        """
        goal,kpi,on,plan,fact,deviation,deviation_rate,status
        members,members,2026-09-30,1,1,0,0.0000,met
        members,members,2026-12-31,4,,,,to_come
        revenue,revenue,2026-10-31,800.00,800.50,0.50,0.0006,met
        spent,redeemed,2026-11-30,100,,,,to_come
        later,repeat_rate,2027-12-31,0.2500,,,,to_come
        """,
        type("report goals --points -o csv").out());
    assertTrue(
        type("report goals --goal members -o json").out().contains("\"points\":[{\"on\":\"2026-09-30\""));
  }

  @Test
  void aSpentBudgetIsTold() {
    assertTrue(type("report goals").err().contains("The budget of the rule base is spent"));
    assertTrue(type("report goals --lang ru").err().contains("Бюджет правила base исчерпан"));
  }

  @Test
  void monthsStandBesideWhatIsPlannedForThem() {
    assertEquals(
        """
        from,goal,kpi,unit,plan,fact,deviation,deviation_rate
        2026-09-01,members,members,count,1,1,0,0.0000
        2026-09-01,revenue,revenue,USD,393.44,1000.00,606.56,1.5417
        2026-10-01,members,members,count,2,2,0,0.0000
        2026-10-01,revenue,revenue,USD,800.00,800.50,0.50,0.0006
        2026-11-01,members,members,count,3,1,-2,-0.6667
        2026-11-01,spent,redeemed,points,73,40,-33,-0.4521
        """,
        type(
                "report kpi --plan --by month -o csv"
                    + " --columns from,goal,kpi,unit,plan,fact,deviation,deviation_rate")
            .out());
    var none = type("report kpi --plan --from 2027-03-01 --to 2027-03-31 -o csv");
    assertEquals("from,to,goal,kpi,unit,plan,fact,deviation,deviation_rate\n", none.out());
    assertTrue(none.err().contains("No goal of the programme plans exactly these days"), none.err());
  }

  @Test
  void theCatalogueNeedsNoLedger(@TempDir Path empty) {
    var typed = Typed.Place.in(empty).type("report kpi --catalogue -o csv --columns kpi,unit,counts");
    assertTrue(typed.out().startsWith("kpi,unit,counts\nmembers,count,day\n"), typed.out());
    var all = Typed.Place.in(empty).type("report kpi --catalogue --lang ru -o tsv").out();
    assertEquals(23, all.lines().count());
    // A word that nobody wrote shows itself by its key.
    assertTrue(!all.contains("kpi."), all);
    assertEquals(Exit.USAGE, type("report kpi --catalogue --by month").exit());
  }

  @Test
  void windowsThatOverlapAreCountedAsEachAlone() {
    var windows =
        List.of(
            days("2026-09-01", "2026-11-30"),
            days("2026-10-01", "2026-10-31"),
            days("2026-10-02", "2026-11-03"),
            days("2026-10-31", "2026-10-31"),
            days("2026-11-04", "2026-12-01"));
    shop.read(
        unit -> {
          var together = Kpis.read(unit, Windows.of(windows, shop.zone()));
          for (var i = 0; i < windows.size(); i++) {
            var alone = Kpis.read(unit, Periods.whole(windows.get(i), shop.zone()));
            assertEquals(alone, List.of(together.get(i)));
          }
          return true;
        });
  }

  private static Period days(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }
}
