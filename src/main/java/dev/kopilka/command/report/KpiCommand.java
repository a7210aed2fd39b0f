package dev.kopilka.command.report;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.steering.Indicator;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.report.Kpi;
import dev.kopilka.report.Kpis;
import dev.kopilka.report.Periods;
import dev.kopilka.report.goal.Measured;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Format;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.Words;
import dev.kopilka.screen.format.Term;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code kopilka report kpi}: the indicators of a stretch of days, whole or month by month. */
public final class KpiCommand implements Command {
  private static final Picture MONTHS =
      Picture.lines(
          "from", "active", "purchases", "revenue", "average_receipt", "issued", "redeemed",
          "expired", "outstanding");

  /** Indicators of different units stand on no common axis; how far each is from its plan does. */
  private static final Picture PLAN = Picture.bars(List.of("goal", "from"), "deviation_rate");

  @Override
  public void declare(Syntax syntax) {
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax.option("--by", "PERIOD").among("month");
    syntax.flag("--plan");
    syntax.flag("--catalogue");
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka report kpi --from 2026-10-01 --to 2026-10-31 -o json")
        .example("kopilka report kpi --by month --plan");
  }

  /**
   * What was counted.
   *
   * @param months the same days month by month; empty unless they are wanted beside the whole
   * @param plan what the programme plans of these periods; empty unless it is wanted
   */
  private record Answer(
      List<Kpi> kpis, Basics basics, List<Kpi> months, Optional<Plan> plan) {}

  private record Plan(List<Planned> goals, Units units) {}

  private record Planned(Kpi kpi, Measured measured) {}

  @Override
  public Exit run(Desk desk, Given given) {
    if (given.flag("--catalogue")) return desk.screen().show(catalogue(desk.words(), given));
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    new Truth(desk, answer.basics.zone()).say(answer.kpis.getLast().period().to());
    if (given.flag("--plan")) {
      var plan = answer.plan.orElseThrow();
      if (plan.goals.isEmpty()) desk.screen().say("kpi.no-plan");
      return desk.screen().show(planned(plan));
    }
    if (given.has("--by")) return desk.screen().show(sheet(answer.kpis, answer.basics));
    return desk.screen().show(card(answer));
  }

  /** Numbers of many units are no picture; a page of them has their months and their plan below. */
  private static boolean isPage(Desk desk, Given given) {
    var isWhole = !given.has("--by") && !given.flag("--plan");
    return isWhole && desk.screen().style().format() == Format.HTML;
  }

  private static Card card(Answer answer) {
    var kpi = answer.kpis.getFirst();
    var card = Card.of().put("from", kpi.period().from()).put("to", kpi.period().to());
    for (var indicator : Indicator.values()) {
      card.put(indicator.word(), kpi.value(indicator, answer.basics));
    }
    if (answer.months.size() > 1) {
      card.put("by_month", sheet(answer.months, answer.basics).cards());
      card.picture("by_month", MONTHS);
    }
    var plan = answer.plan.filter(some -> !some.goals.isEmpty());
    plan.ifPresent(some -> card.put("plan_and_fact", planned(some).cards()));
    return card.picture("plan_and_fact", PLAN);
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var basics = Basics.load(unit);
    var zone = basics.zone();
    var last = given.dateOr("--to", desk.now().atZone(zone).toLocalDate());
    var days = Days.through(last, unit, zone, given);
    var periods = given.has("--by") ? Periods.months(days, zone) : Periods.whole(days, zone);
    var kpis = Kpis.read(unit, periods);
    var isPage = isPage(desk, given);
    var months = isPage ? Kpis.read(unit, Periods.months(days, zone)) : List.<Kpi>of();
    var isPlanned = isPage || given.flag("--plan");
    var plan = isPlanned ? Optional.of(plan(unit, kpis, basics)) : Optional.<Plan>empty();
    return new Answer(kpis, basics, months, plan);
  }

  /** What is planned of these periods by the programme in force on their last day. */
  private static Plan plan(Unit unit, List<Kpi> kpis, Basics basics) {
    var history = Versions.load(unit);
    var last = kpis.getLast().period().to();
    var version = history.inForceOn(last).or(history::latest).orElseThrow();
    var goals = new ArrayList<Planned>();
    for (var kpi : kpis) {
      for (var goal : version.programme().steering().goals()) {
        if (!Measured.plans(goal, kpi)) continue;
        goals.add(new Planned(kpi, Measured.of(goal, kpi, basics)));
      }
    }
    return new Plan(goals, new Units(version.programme()));
  }

  private static Sheet<Kpi> sheet(List<Kpi> kpis, Basics basics) {
    var sheet =
        Sheet.of(kpis)
            .column("from", kpi -> kpi.period().from())
            .column("to", kpi -> kpi.period().to());
    for (var indicator : Indicator.values()) {
      sheet.column(indicator.word(), kpi -> kpi.value(indicator, basics));
    }
    return sheet.picture(MONTHS);
  }

  private static Sheet<Planned> planned(Plan plan) {
    var units = plan.units;
    return Sheet.of(plan.goals)
        .column("from", planned -> planned.kpi.period().from())
        .column("to", planned -> planned.kpi.period().to())
        .column("goal", planned -> planned.measured.goal().code())
        .column("kpi", planned -> new Term("kpi", planned.measured.goal().indicator().word()))
        .column("unit", planned -> units.word(planned.measured.goal().indicator()))
        .column("plan", planned -> planned.measured.plan())
        .column("fact", planned -> planned.measured.fact())
        .column("deviation", planned -> planned.measured.deviation())
        .column("deviation_rate", planned -> planned.measured.deviationRate())
        .picture(PLAN);
  }

  /** What each indicator is; true of every ledger, so none is opened. */
  private static Sheet<Indicator> catalogue(Words words, Given given) {
    for (var option : List.of("--from", "--to", "--by", "--plan")) {
      if (!given.has(option)) continue;
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "--catalogue").with("other", option));
    }
    return Sheet.of(List.of(Indicator.values()))
        .column("kpi", Indicator::word)
        .column("name", indicator -> words.label("kpi." + indicator.word()))
        .column("unit", Indicator::unit)
        .column("counts", indicator -> new Term("counts", indicator.isOfDay() ? "day" : "period"))
        .column("formula", indicator -> words.label("kpi." + indicator.word() + ".formula"))
        .column("source", indicator -> words.label("kpi." + indicator.word() + ".source"));
  }
}
