package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.program.privilege.TierLadder.Down;
import dev.kopilka.program.privilege.TierLadder.Measure;
import dev.kopilka.program.privilege.TierLevel;
import dev.kopilka.program.privilege.Window;
import dev.kopilka.program.tree.Ascending;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Findings;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** The section {@code tiers}: what they count, over what time, and the levels. */
final class TierSection {
  private static final String ROLLING = "rolling ";
  private static final Form<Measure> MEASURE = Texts.choice(List.of(Measure.values()));

  private TierSection() {}

  static Form<TierLadder> form(Declared declared) {
    return Form.section(
        section -> {
          var by = section.need("by", MEASURE);
          var window = section.or("window", WINDOW, new Window.CalendarYear());
          var validity = section.or("validity", Times.TERM, Period.ofMonths(12));
          var grace = section.or("grace", Times.PERIOD, Period.ZERO);
          var down = section.or("down", Texts.choice(List.of(Down.values())), Down.ONE_STEP);
          var levels = section.need("levels", levels(amount(section, declared)));
          return () ->
              new TierLadder(
                  by.get(), window.get(), validity.get(), grace.get(), down.get(), levels.get());
        });
  }

  /** The measure says what a threshold is; when it is wrong, any decimal number will do. */
  private static Form<Long> amount(Section section, Declared declared) {
    var quiet = new Findings("");
    var measure = section.node("by").flatMap(node -> MEASURE.read(node, quiet));
    return switch (measure.orElse(Measure.SPEND)) {
      case POINTS -> Numbers.points(declared.pointScale());
      case SPEND -> Numbers.money(declared.moneyScale());
      case VISITS -> Numbers.COUNT;
    };
  }

  private static final Form<Window> WINDOW =
      Texts.TEXT.to(
          TierSection::window,
          text ->
              Texts.notAmong(
                  text, List.of("calendar_year", "rolling P12M", "lifetime", "since_change")));

  private static Optional<Window> window(String text) {
    return switch (text) {
      case "calendar_year" -> Optional.of(new Window.CalendarYear());
      case "lifetime" -> Optional.of(new Window.Lifetime());
      case "since_change" -> Optional.of(new Window.SinceChange());
      default ->
          Optional.of(text)
              .filter(word -> word.startsWith(ROLLING))
              .flatMap(word -> Times.period(word.substring(ROLLING.length()).strip()))
              .filter(period -> !period.isZero())
              .map(Window.Rolling::new);
    };
  }

  private static Form<List<TierLevel>> levels(Form<Long> amount) {
    Form<TierLevel> level =
        Form.section(
            section -> {
              var code = section.need("code", Texts.CODE);
              var name = section.maybe("name", Texts.TEXT);
              var from = section.need("from", amount);
              return () -> new TierLevel(code.get(), name.get().orElse(code.get()), from.get());
            });
    return Ascending.list(Coded.list(level), TierLevel::from).refusing(TierSection::start);
  }

  /** Everybody has a tier, so the lowest one asks for nothing. */
  private static Optional<Problem> start(List<TierLevel> levels) {
    if (levels.isEmpty()) return Optional.of(Problem.of("LIST_EMPTY"));
    return levels.getFirst().from() == 0
        ? Optional.empty()
        : Optional.of(Problem.of("LEVELS_START").with("found", levels.getFirst().code()));
  }
}
