package dev.kopilka.command;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Format;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Style;
import dev.kopilka.screen.progress.Showing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The common options with their values: typed, else from a {@code KOPILKA_*} variable, else from
 * the profile, else the default. The getters never fail, so that an error can always be shown;
 * {@link #check} says afterwards what was wrong.
 */
public final class Settings {
  private final Line line;
  private final Surroundings around;
  private Map<String, String> profile = Map.of();
  private Optional<Trouble> trouble = Optional.empty();

  public Settings(Line line, Surroundings around) {
    this.line = line;
    this.around = around;
    try {
      profile = Profile.chosen(typed("--config"), typed("--profile"), around);
    } catch (Trouble unreadable) {
      trouble = Optional.of(unreadable);
    }
  }

  /** The typed value or the variable's, "" for neither. */
  private String typed(String name) {
    var typed = line.common(name);
    return typed.isPresent() ? typed.get() : around.variable(variable(name));
  }

  static String variable(String name) {
    return "KOPILKA_" + name.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The value of a common option, "" where there is none. */
  public String text(String name) {
    var typed = typed(name);
    return typed.isEmpty() ? profile.getOrDefault(name.substring(2), "") : typed;
  }

  public String textOr(String name, String otherwise) {
    var text = text(name);
    return text.isEmpty() ? otherwise : text;
  }

  public boolean flag(String name) {
    if (line.common(name).isPresent()) return true;
    var text = text(name);
    return text.equals("1") || text.equals("true") || text.equals("yes");
  }

  public Language language() {
    var chosen = text("--lang");
    return chosen.isEmpty() ? Language.of(around.environment()) : Language.of(chosen);
  }

  public Style style() {
    var format =
        Format.NAMES.contains(text("--output")) ? Format.of(text("--output")) : Format.TABLE;
    var columns = new ArrayList<String>();
    for (var name : text("--columns").split(",")) if (!name.isBlank()) columns.add(name.strip());
    var paint =
        new Style.Paint(isColoured(around.outIsTerminal()), isColoured(around.errIsTerminal()));
    var progress =
        switch (text("--progress")) {
          case "always" -> Showing.BAR;
          case "json" -> Showing.JSON;
          case "never" -> Showing.NONE;
          default -> usual();
        };
    return new Style(format, columns, flag("--quiet"), flag("--csv-raw"), paint, progress);
  }

  private Showing usual() {
    if (flag("--quiet")) return Showing.NONE;
    return around.errIsTerminal() ? Showing.BAR : Showing.LINES;
  }

  private boolean isColoured(boolean isTerminal) {
    return switch (text("--color")) {
      case "always" -> true;
      case "never" -> false;
      default ->
          isTerminal
              && around.variable("NO_COLOR").isEmpty()
              && !around.variable("TERM").equals("dumb");
    };
  }

  /** Says what is wrong with the common options. */
  public void check() {
    if (line.trouble().isPresent()) throw line.trouble().get();
    if (trouble.isPresent()) throw trouble.get();
    among("--output", Format.NAMES);
    among("--color", List.of("auto", "always", "never"));
    among("--progress", List.of("auto", "always", "never", "json"));
    // A variable may hold a whole locale name, as LANG does; a typed language is one of two words.
    if (line.common("--lang").isPresent()) among("--lang", List.of("en", "ru"));
  }

  private void among(String name, List<String> known) {
    var text = text(name);
    if (text.isEmpty() && line.common(name).isEmpty() || known.contains(text)) return;
    throw new Trouble.Usage(
        Problem.of("VALUE_NOT_AMONG")
            .with("option", name)
            .with("found", text)
            .with("known", known)
            .with("nearest", Nearest.to(text, known)));
  }
}
