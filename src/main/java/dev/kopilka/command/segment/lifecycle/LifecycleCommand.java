package dev.kopilka.command.segment.lifecycle;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Truth;
import dev.kopilka.command.segment.CompareCommand;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.Programme;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.report.Liability;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.flow.Flow;
import dev.kopilka.segment.lifecycle.Growth;
import dev.kopilka.segment.lifecycle.Stages;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code kopilka segment lifecycle}: the stage in which each member is, and how stages change. */
public final class LifecycleCommand implements Command {
  /** What cannot be asked for together. */
  private static final List<List<String>> EXCLUDING =
      List.of(
          List.of("--summary", "--by-month"),
          List.of("--summary", "--from"),
          List.of("--summary", "--stage"),
          List.of("--by-month", "--stage"),
          List.of("--from", "--stage"),
          List.of("--as-of", "--to"));

  @Override
  public void declare(Syntax syntax) {
    syntax.flag("--summary");
    syntax.flag("--by-month");
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    var stages = Flow.words(List.of(Stage.values()));
    syntax.option("--stage", "STAGE").among(stages.toArray(String[]::new));
    syntax.reads().exits(Exit.REFUSED);
    syntax
        .example("kopilka segment lifecycle --summary")
        .example("kopilka segment lifecycle --stage lost --as-of 2026-11-22 -o csv")
        .example("kopilka segment lifecycle --by-month --from 2026-01-01")
        .example("kopilka segment lifecycle --from 2026-09-30 --to 2026-10-31");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    for (var two : EXCLUDING) {
      if (!given.has(two.getFirst()) || !given.has(two.getLast())) continue;
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", two.getFirst()).with("other", two.getLast()));
    }
    if (given.has("--to") && !given.has("--from") && !given.flag("--by-month")) {
      throw new Trouble.Usage(Problem.of("OPTION_MISSING").with("option", "--from"));
    }
    return desk.database().walk(unit -> show(unit, desk, given));
  }

  private static Exit show(Unit unit, Desk desk, Given given) {
    var programme =
        Versions.load(unit)
            .latest()
            .orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME))
            .programme();
    var terms = programme.lifecycle();
    var asOf = asOf(programme, desk, given);
    var stages = new Stages(unit, terms, asOf);
    var only = only(programme, given);
    var sheets = new LifecycleSheets(terms);
    if (given.flag("--by-month")) {
      var from = first(unit, given, asOf);
      new Truth(desk, asOf.zone()).say(asOf.moment());
      return desk.screen().show(sheets.months(Growth.read(unit, terms, asOf, from)));
    }
    if (given.has("--from")) {
      var flow = stages.since(first(unit, given, asOf));
      new Truth(desk, asOf.zone()).say(asOf.moment());
      return desk.screen().show(CompareCommand.sheet(flow));
    }
    new Truth(desk, asOf.zone()).say(asOf.moment());
    if (given.flag("--summary")) return desk.screen().show(LifecycleSheets.sizes(stages.sizes()));
    return desk.screen().show(sheets.members(stages.walk(only)));
  }

  private static AsOf asOf(Programme programme, Desk desk, Given given) {
    var zone = programme.zone();
    if (given.has("--to")) return AsOf.endOf(given.date("--to"), zone);
    return new AsOf(given.asOf(zone, desk.now()), zone);
  }

  /** The day that was typed, or the month of the first enrolment. */
  private static LocalDate first(Unit unit, Given given, AsOf asOf) {
    if (!given.has("--from")) return Liability.beginning(unit, asOf.zone(), asOf.day());
    var from = given.date("--from");
    if (!from.isAfter(asOf.day())) return from;
    throw new Trouble.BadInput(
        Problem.of("DAYS_REVERSED").with("from", from).with("to", asOf.day()));
  }

  private static Optional<Stage> only(Programme programme, Given given) {
    if (!given.has("--stage")) return Optional.empty();
    var stage = Stage.valueOf(given.text("--stage").toUpperCase(Locale.ROOT));
    var known = programme.lifecycle().stages();
    if (known.contains(stage)) return Optional.of(stage);
    throw new Trouble.Usage(
        Problem.of("STAGE_UNFIT")
            .with("stage", given.text("--stage"))
            .with("known", Flow.words(known)));
  }
}
