package dev.kopilka.command.pilot;

import dev.kopilka.command.Given;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.math.BigDecimal;

/** Shares and numbers as they are typed for statistics: {@code 20%}, {@code 0.2}, {@code -3.5}. */
public final class Shares {
  private static final String PERCENT = "%";

  private final Given given;

  public Shares(Given given) {
    this.given = given;
  }

  /** A share between the two ends, neither of them included. */
  public double between(double least, String name, double most) {
    var share = signed(name);
    if (share > least && share < most) return share;
    throw new Trouble.BadInput(
        Problem.of("SHARE_OUT_OF_RANGE")
            .with("option", name)
            .with("found", given.text(name))
            .with("least", text(least))
            .with("most", text(most)));
  }

  public double betweenOr(double otherwise, double least, String name, double most) {
    return given.has(name) ? between(least, name, most) : otherwise;
  }

  /** A share with a sign, so many percent or a part of one. */
  public double signed(String name) {
    var text = given.text(name);
    if (!text.endsWith(PERCENT)) return number(name, "ARGUMENT_NOT_SHARE");
    return Decimals.parse(text.substring(0, text.length() - 1))
        .map(number -> number.movePointLeft(2).doubleValue())
        .orElseThrow(() -> trouble(name, "ARGUMENT_NOT_SHARE"));
  }

  /** Any number. */
  public double number(String name) {
    return number(name, "ARGUMENT_NOT_NUMBER");
  }

  private double number(String name, String code) {
    return Decimals.parse(given.text(name))
        .map(BigDecimal::doubleValue)
        .orElseThrow(() -> trouble(name, code));
  }

  private Trouble trouble(String name, String code) {
    return new Trouble.BadInput(
        Problem.of(code).with("option", name).with("found", given.text(name)));
  }

  private static String text(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
        + PERCENT;
  }
}
