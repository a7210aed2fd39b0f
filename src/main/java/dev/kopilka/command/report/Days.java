package dev.kopilka.command.report;

import dev.kopilka.command.Given;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.report.Liability;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days that a report covers, as typed. */
public final class Days {
  private Days() {}

  /** From {@code --from}, or the month of the first enrolment, through the given day. */
  public static Period through(LocalDate last, Unit unit, ZoneId zone, Given given) {
    var first =
        given.has("--from") ? given.date("--from") : Liability.beginning(unit, zone, last);
    if (!first.isAfter(last)) return new Period(first, last);
    throw new Trouble.BadInput(
        Problem.of("DAYS_REVERSED").with("from", first).with("to", last));
  }
}
