package dev.kopilka.program.yaml.steering;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.steering.Goal;
import dev.kopilka.program.steering.Goal.Point;
import dev.kopilka.program.steering.Indicator;
import dev.kopilka.program.tree.Ascending;
import dev.kopilka.program.tree.Findings;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An item of the section {@code goals}: what is counted, where it stood, where it is to be. */
final class GoalSection {
  private static final String ROLLING = "rolling ";
  private static final Form<Indicator> INDICATOR = Texts.choice(List.of(Indicator.values()));

  private final int moneyScale;
  private final int pointScale;

  GoalSection(int moneyScale, int pointScale) {
    this.moneyScale = moneyScale;
    this.pointScale = pointScale;
  }

  Form<Goal> form() {
    return Form.section(this::goal);
  }

  private Supplier<Goal> goal(Section section) {
    var code = section.need("code", Texts.CODE);
    var name = section.maybe("name", Texts.TEXT);
    var kpi = section.need("kpi", INDICATOR);
    var window = section.or("window", WINDOW, Optional.<Period>empty());
    var point = point(value(section));
    var baseline = section.need("baseline", point);
    var control =
        section.or(
            "control",
            Ascending.list(Form.list(point), one -> one.on().toEpochDay()),
            List.<Point>of());
    var target = section.need("target", point);
    return () -> {
      var goal =
          new Goal(
              code.get(),
              name.get().orElse(code.get()),
              kpi.get(),
              window.get(),
              baseline.get(),
              control.get(),
              target.get());
      checkWindow(section, goal.indicator());
      checkWay(section, goal);
      return goal;
    };
  }

  /** The indicator says what a value is; when it is wrong, any decimal number will do. */
  private Form<BigDecimal> value(Section section) {
    var quiet = new Findings("");
    var kpi = section.node("kpi").flatMap(node -> INDICATOR.read(node, quiet));
    return switch (kpi.map(Indicator::unit).orElse(Indicator.Unit.RATIO)) {
      case COUNT -> Numbers.COUNT.as(BigDecimal::valueOf);
      case MONEY -> Numbers.money(moneyScale).as(units -> BigDecimal.valueOf(units, moneyScale));
      case POINTS -> Numbers.points(pointScale).as(units -> BigDecimal.valueOf(units, pointScale));
      case SHARE -> kpi.isPresent() ? Numbers.SHARE : Numbers.DECIMAL;
      case RATIO -> Numbers.DECIMAL;
    };
  }

  private static Form<Point> point(Form<BigDecimal> value) {
    return Form.section(
        section -> {
          var on = section.need("on", Times.DATE);
          var number = section.need("value", value);
          return () -> new Point(on.get(), number.get());
        });
  }

  private static final Form<Optional<Period>> WINDOW =
      Texts.TEXT.to(
          GoalSection::window,
          text -> Texts.notAmong(text, List.of("rolling P1M", "since_baseline")));

  private static Optional<Optional<Period>> window(String text) {
    if (text.equals("since_baseline")) return Optional.of(Optional.empty());
    if (!text.startsWith(ROLLING)) return Optional.empty();
    return Times.period(text.substring(ROLLING.length()).strip())
        .filter(period -> !period.isZero())
        .map(Optional::of);
  }

  private static void checkWindow(Section section, Indicator kpi) {
    if (kpi.isOfDay() && section.has("window"))
      section.wrong(
          section.at("window"), Problem.of("GOAL_WINDOW_NOT_NEEDED").with("found", kpi.word()));
    if (!kpi.isOfDay() && !section.has("window"))
      section.wrong(section.start(), Problem.of("GOAL_WINDOW_MISSING").with("found", kpi.word()));
  }

  /** Dates go on from the baseline to the target, and the target is somewhere else. */
  private static void checkWay(Section section, Goal goal) {
    var from = goal.baseline().on();
    var to = goal.target().on();
    var first = goal.ahead().getFirst();
    if (!first.on().isAfter(from))
      section.wrong(
          section.at(goal.control().isEmpty() ? "target" : "control"),
          Problem.of("GOAL_DATE").with("found", first.on()).with("after", from));
    else if (!goal.control().isEmpty() && !goal.control().getLast().on().isBefore(to))
      section.wrong(
          section.at("target"),
          Problem.of("GOAL_DATE").with("found", to).with("after", goal.control().getLast().on()));
    if (goal.target().value().compareTo(goal.baseline().value()) == 0)
      section.wrong(section.at("target"), Problem.of("GOAL_STANDS_STILL"));
  }
}
