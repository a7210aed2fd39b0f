package dev.kopilka.program.earn;

import java.time.Period;
import java.util.OptionalLong;

/**
 * One rule that gives points.
 *
 * @param group among rules of one group only the best counts; "" for none
 * @param hold how long the points stay pending; {@link Period#ZERO} for not at all
 * @param budget smallest units that the rule may give in all
 */
public record EarnRule(
    String code,
    Trigger on,
    Give give,
    String group,
    Conditions when,
    Validity valid,
    Period hold,
    Expiry expire,
    Cap cap,
    OptionalLong budget) {
  public EarnRule {
    if (code.isEmpty()) throw new IllegalArgumentException("a rule has a code");
    if (hold.isNegative()) throw new IllegalArgumentException("hold of " + code + ": " + hold);
    if (budget.isPresent() && budget.getAsLong() < 1)
      throw new IllegalArgumentException("budget of " + code + ": " + budget);
  }
}
