package dev.kopilka.command.pilot.result;

import dev.kopilka.command.Given;
import dev.kopilka.command.pilot.Shares;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.result.Wish;
import dev.kopilka.pilot.result.Wish.Span;
import java.util.Locale;

/** Reads what is typed after {@code pilot result}. */
final class ResultOptions {
  static final String FILE = "--file";
  static final String PILOT = "PILOT";
  static final String BEFORE = "--before";
  static final String MARGIN = "--margin";
  static final String ARM = "--arm";
  private static final String MEASURE = "--measure";
  private static final String INTERVAL = "--interval";
  private static final double PERCENT = 100;
  private static final long MOST_DRAWS = 1_000_000;

  private final Given given;
  private final Shares shares;

  ResultOptions(Given given) {
    this.given = given;
    this.shares = new Shares(given);
  }

  /** Which options go with each other, before anything is read. */
  void check() {
    if (given.has(FILE)) {
      for (var one : new String[] {"--from", "--to", MARGIN}) exclude(FILE, one);
      if (!given.has(PILOT) && !given.has(ARM)) throw missing(ARM);
      if (given.has(PILOT)) exclude(PILOT, ARM);
      if (given.has(PILOT)) exclude(PILOT, "--arms");
      if (!measure().equals("conversion") && !measure().equals("mean")) {
        throw excluded(FILE, MEASURE + " " + measure());
      }
      return;
    }
    if (!given.has(PILOT)) throw missing(PILOT);
    for (var one : new String[] {ARM, "--arms", "--log"}) {
      if (given.has(one)) throw needs(one, FILE);
    }
    if (measure().equals("mean")) throw needs(MEASURE + " mean", FILE);
    if (measure().equals("margin") && !given.has(MARGIN)) throw missing(MARGIN);
  }

  private void exclude(String one, String other) {
    if (given.has(other)) throw excluded(one, other);
  }

  private static Trouble excluded(String one, String other) {
    return new Trouble.Usage(
        Problem.of("OPTIONS_EXCLUDE").with("one", one).with("other", other));
  }

  private static Trouble needs(String option, String other) {
    return new Trouble.Usage(Problem.of("OPTION_NEEDS").with("option", option).with("other", other));
  }

  private static Trouble missing(String option) {
    var code = option.equals(PILOT) ? "ARGUMENT_MISSING" : "OPTION_MISSING";
    return new Trouble.Usage(
        Problem.of(code).with("option", option).with("command", "pilot result"));
  }

  String measure() {
    return given.text(MEASURE);
  }

  Wish wish() {
    var isShare = measure().equals("conversion");
    return new Wish(
        isShare,
        Double.parseDouble(given.text("--confidence")) / PERCENT,
        span(isShare),
        given.flag("--exact"),
        given.has(BEFORE),
        given.wholeNumber("--seed"),
        draws());
  }

  private Span span(boolean isShare) {
    var usual = isShare ? Span.NEWCOMBE : Span.WELCH;
    var span =
        given.has(INTERVAL)
            ? Span.valueOf(given.text(INTERVAL).toUpperCase(Locale.ROOT))
            : usual;
    var isFit = span == Span.BOOTSTRAP || (span != Span.WELCH) == isShare;
    if (isFit) return span;
    throw excluded(INTERVAL + " " + given.text(INTERVAL), MEASURE + " " + measure());
  }

  private int draws() {
    var draws = given.wholeNumber("--draws");
    if (draws >= PERCENT && draws <= MOST_DRAWS) return (int) draws;
    throw new Trouble.BadInput(
        Problem.of("NUMBER_OUT_OF_RANGE")
            .with("option", "--draws")
            .with("found", draws)
            .with("least", (long) PERCENT)
            .with("most", MOST_DRAWS));
  }

  /** Below this p the arms are not what they were meant to be. */
  double ratio() {
    return shares.between(0, "--ratio", 1);
  }

  /** The share of money that is margin; NaN where none is stated. */
  double margin() {
    return given.has(MARGIN) ? shares.between(0, MARGIN, 1) : Double.NaN;
  }
}
