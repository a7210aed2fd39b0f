package dev.kopilka.command.report;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.CohortSheets.Measure;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.report.Liability;
import dev.kopilka.report.Periods;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.report.cohort.Cohort;
import dev.kopilka.report.cohort.Cohorts;
import dev.kopilka.report.cohort.Cohorts.By;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** {@code kopilka report cohorts}: what became of each month's new members, month by month. */
public final class CohortsCommand implements Command {
  private static final long LONGEST = 1200;

  /** What was typed where the heading of a page is another one than the command's. */
  private static final String FIRST_PURCHASES = "report cohorts --by first_purchase";

  @Override
  public void declare(Syntax syntax) {
    syntax.option("--by", "START").among("enrolment", "first_purchase").defaultsTo("enrolment");
    syntax
        .option("--measure", "MEASURE")
        .among("retention", "active", "revenue", "revenue_per_member")
        .defaultsTo("retention");
    syntax.option("--active", "WHAT").among("purchase", "any").defaultsTo("purchase");
    syntax.option("--table", "TABLE").among("matrix", "long").defaultsTo("matrix");
    syntax.option("--months", "N");
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka report cohorts --months 12")
        .example("kopilka report cohorts --by first_purchase --measure revenue_per_member")
        .example("kopilka report cohorts --table long -o csv");
  }

  private record Answer(List<Cohort> cohorts, Basics basics, LocalDate last) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var most = most(given);
    // Members of a month of first purchase are others than those of a month of enrolment.
    if (by(given) == By.FIRST_PURCHASE) desk.screen().answerFor(FIRST_PURCHASES);
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    new Truth(desk, answer.basics.zone()).say(answer.last);
    var sheets = new CohortSheets(answer.cohorts, most, answer.basics.currencyScale());
    if (given.text("--table").equals("long")) return desk.screen().show(sheets.rows());
    var measure = Measure.valueOf(given.text("--measure").toUpperCase(Locale.ROOT));
    return desk.screen().show(sheets.matrix(measure));
  }

  /** How many months are shown: the first one and those that are asked for. */
  private static int most(Given given) {
    if (!given.has("--months")) return Integer.MAX_VALUE;
    var months = given.wholeNumber("--months");
    if (months >= 0 && months <= LONGEST) return (int) months + 1;
    throw new Trouble.BadInput(
        Problem.of("COHORT_MONTHS_OUT_OF_RANGE").with("option", "--months").with("found", months));
  }

  private static By by(Given given) {
    return By.valueOf(given.text("--by").toUpperCase(Locale.ROOT));
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var basics = Basics.load(unit);
    var zone = basics.zone();
    var today = desk.now().atZone(zone).toLocalDate();
    var asked = given.dateOr("--to", today);
    // Nothing has happened in months to come, and there may be thousands of them.
    var last = asked.isAfter(today) ? today : asked;
    var since = YearMonth.from(Days.through(last, unit, zone, given).from());
    // Members are followed from their beginning whatever is shown: a first purchase has none before.
    var all = new Period(Liability.beginning(unit, zone, last), last);
    var withActivities = given.text("--active").equals("any");
    var cohorts =
        Cohorts.read(unit, new Cohorts.Terms(Periods.months(all, zone), by(given), withActivities));
    var shown = cohorts.stream().filter(cohort -> !cohort.month().isBefore(since)).toList();
    return new Answer(shown, basics, last);
  }
}
