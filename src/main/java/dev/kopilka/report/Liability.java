package dev.kopilka.report;

import dev.kopilka.model.value.Invariant;
import dev.kopilka.report.OpenPoints.By;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the shop owes its members in points: the open ones by month of expiry, and month by month
 * how they came about. Both are counted on ways of their own, lots here and entries there, and must
 * meet.
 *
 * @param open without what has lapsed
 * @param debt what members owe after returns
 * @param flows by month, to the day itself
 */
public record Liability(OpenPoints open, long debt, List<Flow> flows) {
  /**
   * Reads the ledger at the end of a day.
   *
   * @param days from the first day of the first month that is shown, through the day itself
   */
  public static Liability read(Unit unit, Period days, ZoneId zone) {
    var periods = Periods.months(days, zone);
    var flows = Flow.read(unit, periods);
    var closing = flows.closing();
    if (flows.later() > 0) {
      var end = Instant.ofEpochMilli(periods.end());
      var open = OpenPoints.at(unit, end, days.to(), By.MONTH);
      return new Liability(open, open.points() + open.lapsed() - closing, flows.list());
    }
    var open = OpenPoints.now(unit, days.to(), By.MONTH);
    var debt = new Reports(unit).ask("debts").number();
    Invariant.holds(
        open.points() + open.lapsed() - debt == closing,
        "open lots less debts are not what the entries add up to: run `kopilka audit verify`");
    return new Liability(open, debt, flows.list());
  }

  /** The first month of a report that shows everything: members come before their points. */
  public static LocalDate beginning(Unit unit, ZoneId zone, LocalDate atLatest) {
    var first = new Reports(unit).ask("first_enrolment").number();
    if (first == 0) return atLatest;
    var day = Instant.ofEpochMilli(first).atZone(zone).toLocalDate();
    return day.isAfter(atLatest) ? atLatest : day.withDayOfMonth(1);
  }
}
