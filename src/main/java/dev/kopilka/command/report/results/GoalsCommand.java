package dev.kopilka.command.report.results;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Books;
import dev.kopilka.command.report.Truth;
import dev.kopilka.command.report.Units;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.steering.Goal;
import dev.kopilka.report.goal.Goals.Mark;
import dev.kopilka.report.goal.Goals.Standing;
import dev.kopilka.report.goal.Goals;
import dev.kopilka.report.goal.Measured;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Term;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.CountRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code kopilka report goals}: where the programme stands on the way to what it wants. */
public final class GoalsCommand implements Command {
  private static final Picture COURSE = Picture.lines("on", "plan", "fact");
  private static final Picture DEVIATIONS =
      Picture.bars(List.of("goal", "on"), "deviation_rate");

  @Override
  public void declare(Syntax syntax) {
    syntax.option("--goal", "CODE");
    syntax.flag("--points");
    syntax.option("--as-of", "DATE");
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.CHECK_FAILED, Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka report goals")
        .example("kopilka report goals --points --as-of 2026-12-31 -o csv");
  }

  /** @param spent rules whose budget is used up */
  private record Answer(List<Standing> standings, Books books, List<String> spent) {
    boolean isGood() {
      return standings.stream().allMatch(standing -> standing.status().isGood());
    }
  }

  @Override
  public Exit run(Desk desk, Given given) {
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    new Truth(desk, answer.books.zone()).say(answer.books.day());
    var shown =
        given.flag("--points")
            ? desk.screen().show(points(answer))
            : desk.screen().show(goals(answer));
    if (answer.standings.isEmpty()) desk.screen().say("goals.none");
    for (var rule : answer.spent) desk.screen().say("goals.budget-spent", Map.of("rule", rule));
    return answer.isGood() ? shown : Exit.CHECK_FAILED;
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var books = Books.of(unit, desk, given);
    var goals = chosen(books.programme().steering().goals(), given.text("--goal"));
    var standings = Goals.read(unit, goals, books.day());
    return new Answer(standings, books, spent(unit, books.programme().earn()));
  }

  private static List<Goal> chosen(List<Goal> goals, String code) {
    if (code.isEmpty()) return goals;
    var chosen = goals.stream().filter(goal -> goal.code().equals(code)).toList();
    if (!chosen.isEmpty()) return chosen;
    var known = goals.stream().map(Goal::code).toList();
    throw new Trouble.Refused(
        Refusal.GOAL_NOT_FOUND,
        Problem.of(Refusal.GOAL_NOT_FOUND.name())
            .with("goal", code)
            .with("nearest", Nearest.to(code, known)));
  }

  /** A campaign stops when its budget is spent, and nobody is told at the till. */
  private static List<String> spent(Unit unit, List<EarnRule> rules) {
    var counts = new CountRows(unit);
    var spent = new ArrayList<String>();
    for (var rule : rules) {
      if (rule.budget().isEmpty()) continue;
      if (counts.given(rule.code()).orElse(0) >= rule.budget().getAsLong()) spent.add(rule.code());
    }
    return spent;
  }

  private static Sheet<Standing> goals(Answer answer) {
    var units = new Units(answer.books.programme());
    return Sheet.of(answer.standings)
        .column("goal", standing -> standing.goal().code())
        .column("name", standing -> standing.goal().name())
        .column("kpi", standing -> new Term("kpi", standing.goal().indicator().word()))
        .column("unit", standing -> units.word(standing.goal().indicator()))
        .column("baseline_on", standing -> standing.goal().baseline().on())
        .column("baseline", standing -> units.shown(standing.goal(), standing.goal().baseline()))
        .column("target_on", standing -> standing.goal().target().on())
        .column("target", standing -> units.shown(standing.goal(), standing.goal().target()))
        .column("measured_on", standing -> standing.now().map(Measured::on))
        .column("plan", standing -> standing.now().map(Measured::plan))
        .column("fact", standing -> standing.now().flatMap(Measured::fact))
        .column("deviation", standing -> standing.now().flatMap(Measured::deviation))
        .column("attained", standing -> standing.now().flatMap(Measured::attained))
        .column("status", Standing::status)
        .nested("points", standing -> cards(standing, units))
        .picture(Picture.bars("goal", "attained"));
  }

  private static List<Card> cards(Standing standing, Units units) {
    return standing.points().stream()
        .map(
            mark ->
                Card.of()
                    .put("on", mark.point().on())
                    .put("plan", units.shown(mark.goal(), mark.point()))
                    .put("fact", mark.measured().flatMap(Measured::fact))
                    .put("deviation", mark.measured().flatMap(Measured::deviation))
                    .put("status", status(mark)))
        .toList();
  }

  private static Sheet<Mark> points(Answer answer) {
    var units = new Units(answer.books.programme());
    var marks = answer.standings.stream().flatMap(standing -> standing.points().stream()).toList();
    return Sheet.of(marks)
        .column("goal", mark -> mark.goal().code())
        .column("kpi", mark -> new Term("kpi", mark.goal().indicator().word()))
        .column("on", mark -> mark.point().on())
        .column("plan", mark -> units.shown(mark.goal(), mark.point()))
        .column("fact", mark -> mark.measured().flatMap(Measured::fact))
        .column("deviation", mark -> mark.measured().flatMap(Measured::deviation))
        .column("deviation_rate", mark -> mark.measured().flatMap(Measured::deviationRate))
        .column("status", GoalsCommand::status)
        // Goals of different units stand on no common axis; how far each is from its plan does.
        .picture(answer.standings.size() == 1 ? COURSE : DEVIATIONS);
  }

  private static Term status(Mark mark) {
    if (mark.measured().isEmpty()) return new Term("status", "to_come");
    return new Term("status", mark.measured().get().isGood() ? "met" : "missed");
  }
}
