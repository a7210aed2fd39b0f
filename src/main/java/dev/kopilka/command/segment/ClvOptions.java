package dev.kopilka.command.segment;

import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.clv.ClvTerms;
import dev.kopilka.segment.clv.ClvTerms.Prospect;
import dev.kopilka.segment.clv.Tracking.By;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The terms of lifetime value as typed. */
final class ClvOptions {
  private static final long LONGEST = 520;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(1000);

  private final Given given;

  ClvOptions(Given given) {
    this.given = given;
  }

  static void declare(Syntax syntax) {
    syntax.option("--from", "DATE");
    syntax.option("--holdout-to", "DATE");
    syntax.option("--by", "PERIOD").among("week", "month");
    syntax.option("--weeks", "N").defaultsTo("52");
    syntax.option("--discount", "PERCENT").defaultsTo("10%");
    syntax.option("--margin", "PERCENT").defaultsTo("100%");
  }

  ClvTerms terms(AsOf asOf) {
    Optional<LocalDate> from = day("--from");
    Optional<LocalDate> to = day("--holdout-to");
    if (from.isPresent()) inOrder(from.get(), asOf.day());
    if (to.isPresent()) inOrder(asOf.day().plusDays(1), to.get());
    return new ClvTerms(from, asOf, to, prospect());
  }

  /** Stretches of the holdout; the whole of it where nothing is said. */
  By by() {
    return given.has("--by") ? By.valueOf(given.text("--by").toUpperCase(Locale.ROOT)) : By.WHOLE;
  }

  /** Whether the holdout is asked for instead of buyers; it must be said then how far it goes. */
  boolean isTracking() {
    if (given.has("--by") && !given.has("--holdout-to")) {
      throw new Trouble.Usage(Problem.of("CLV_HOLDOUT_MISSING"));
    }
    return given.has("--by") && !given.flag("--summary");
  }

  private Prospect prospect() {
    var weeks = given.wholeNumber("--weeks");
    if (weeks < 1 || weeks > LONGEST) throw bad("CLV_WEEKS_OUT_OF_RANGE", "--weeks");
    return new Prospect(
        (int) weeks, share("--discount", HIGHEST_RATE), share("--margin", HUNDRED));
  }

  private Optional<LocalDate> day(String option) {
    return given.has(option) ? Optional.of(given.date(option)) : Optional.empty();
  }

  private static void inOrder(LocalDate from, LocalDate to) {
    if (!from.isAfter(to)) return;
    throw new Trouble.BadInput(Problem.of("DAYS_REVERSED").with("from", from).with("to", to));
  }

  /** What {@code 12.5%} says: 0.125. Without its sign 12 might be meant as 1,200 %. */
  private double share(String option, BigDecimal highest) {
    var text = given.text(option);
    var number =
        text.endsWith("%")
            ? Decimals.parse(text.substring(0, text.length() - 1))
            : Optional.<BigDecimal>empty();
    return number
        .filter(percent -> percent.signum() >= 0 && percent.compareTo(highest) <= 0)
        .map(percent -> percent.movePointLeft(2).doubleValue())
        .orElseThrow(() -> bad("ARGUMENT_NOT_PERCENT", option));
  }

  private Trouble bad(String code, String option) {
    return new Trouble.BadInput(
        Problem.of(code).with("option", option).with("found", given.text(option)));
  }
}
