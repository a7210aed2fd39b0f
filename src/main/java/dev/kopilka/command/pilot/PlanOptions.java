package dev.kopilka.command.pilot;

import dev.kopilka.command.Given;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.plan.MeanPlan;
import dev.kopilka.pilot.plan.Plan;
import dev.kopilka.pilot.plan.SharePlan;
import java.util.OptionalLong;

/** Reads what is typed after {@code pilot plan}: of size, power and effect one is to be found. */
final class PlanOptions {
  static final long MOST = 10_000_000_000L;

  private static final String MEAN = "mean";
  private static final double ALPHA = 0.05;
  private static final double POWER = 0.8;
  private static final double HALF = 0.5;
  private static final long MOST_ARMS = 100;

  private final Given given;
  private final Shares shares;

  PlanOptions(Given given) {
    this.given = given;
    this.shares = new Shares(given);
  }

  PlanWish wish() {
    var isMean = given.text("--measure").equals(MEAN);
    checkAsked(isMean);
    var arms = whole("--arms", MOST_ARMS).orElse(2);
    var alpha = shares.betweenOr(ALPHA, 0, "--alpha", HALF);
    var power = shares.betweenOr(POWER, HALF, "--power", 1);
    var size = whole("--size", MOST);
    var baseline = isMean ? number("--baseline") : shares.between(0, "--baseline", 1);
    var deviation = number("--deviation");
    var effect = isMean ? number("--effect") : share("--effect");
    if (effect == 0 || deviation <= 0) throw new Trouble.BadInput(Problem.of("PLAN_OF_NOTHING"));
    var each = alpha / (arms - 1);
    var plan =
        isMean ? mean(deviation, effect, each) : conversion(baseline, effect, each);
    return new PlanWish(
        given.text("--measure"), arms, alpha, power, baseline, deviation, effect, size, plan);
  }

  private void checkAsked(boolean isMean) {
    if (given.has("--size") && given.has("--effect") && given.has("--power")) {
      throw new Trouble.Usage(Problem.of("PLAN_ASKS_NOTHING"));
    }
    if (!given.has("--size")) need("--effect");
    need(isMean ? "--deviation" : "--baseline");
    if (isMean || !given.has("--deviation")) return;
    throw new Trouble.Usage(
        Problem.of("OPTIONS_EXCLUDE").with("one", "--deviation").with("other", "--measure conversion"));
  }

  private void need(String option) {
    if (given.has(option)) return;
    throw new Trouble.Usage(
        Problem.of("OPTION_MISSING").with("option", option).with("command", "pilot plan"));
  }

  private OptionalLong whole(String name, long most) {
    if (!given.has(name)) return OptionalLong.empty();
    var number = given.wholeNumber(name);
    if (number >= 2 && number <= most) return OptionalLong.of(number);
    throw new Trouble.BadInput(
        Problem.of("NUMBER_OUT_OF_RANGE")
            .with("option", name)
            .with("found", number)
            .with("least", 2L)
            .with("most", most));
  }

  private double number(String name) {
    return given.has(name) ? shares.number(name) : Double.NaN;
  }

  private double share(String name) {
    return given.has(name) ? shares.signed(name) : Double.NaN;
  }

  /** Where the effect is looked for, only its direction counts: a treatment is to add something. */
  private static Plan mean(double deviation, double effect, double alpha) {
    return new MeanPlan(deviation, Double.isNaN(effect) ? deviation : effect, alpha);
  }

  private static Plan conversion(double baseline, double effect, double alpha) {
    if (Double.isNaN(effect)) return new SharePlan(baseline, (1 - baseline) / 2, alpha);
    var treated = baseline + effect;
    if (treated > 0 && treated < 1) return new SharePlan(baseline, effect, alpha);
    throw new Trouble.BadInput(Problem.of("PLAN_BEYOND_ALL"));
  }
}
