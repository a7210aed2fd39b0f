package dev.kopilka.report;

import dev.kopilka.model.value.Invariant;
import dev.kopilka.report.OpenPoints.By;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Beside;
import dev.kopilka.store.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

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
   * @param readers see one snapshot; where there are two, entries and lots are read at once
   * @param days from the first day of the first month that is shown, through the day itself
   */
  public static Liability read(List<Unit> readers, Period days, ZoneId zone) {
    var unit = readers.getFirst();
    var periods = Periods.months(days, zone);
    // Whether the lots as they are will be wanted only the entries tell, and then it is late.
    Supplier<OpenPoints> lots = () -> OpenPoints.now(readers.getLast(), days.to(), By.MONTH);
    try (var now = Beside.ask(readers.size() > 1, lots)) {
      var flows = Flow.read(unit, periods);
      if (flows.later() == 0) return of(unit, now.get(), flows);
      var end = Instant.ofEpochMilli(periods.end());
      var open = OpenPoints.at(unit, end, days.to(), By.MONTH);
      var debt = open.points() + open.lapsed() - flows.closing();
      return new Liability(open, debt, flows.list());
    }
  }

  private static Liability of(Unit unit, OpenPoints open, Flow.Flows flows) {
    var debt = new Reports(unit).ask("debts").number();
    Invariant.holds(
        open.points() + open.lapsed() - debt == flows.closing(),
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
