package dev.kopilka.program.tree;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Node.Scalar;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Forms of numbers. They are read from their text, quoted or not, and never pass through a double;
 * the ways in which numbers go wrong each have a code.
 */
public final class Numbers {
  /** Longer texts are no numbers of ours, and cost time to read. */
  private static final int LONGEST = 18;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** A plain decimal number that is not negative. */
  public static final Form<BigDecimal> DECIMAL =
      Form.scalar((scalar, findings) -> decimal(scalar, "VALUE_NOT_NUMBER", findings));

  /** A part of a whole, written with a percent sign, from 0% to 100%: {@code 5%} is 0.05. */
  public static final Form<BigDecimal> SHARE = Form.scalar(Numbers::share);

  /** A share above 0%. */
  public static final Form<BigDecimal> RATE =
      SHARE.refusing(
          share ->
              share.signum() > 0
                  ? Optional.empty()
                  : Optional.of(Problem.of("VALUE_NOT_POSITIVE")));

  /** A whole number that is not negative. */
  public static final Form<Long> COUNT = units("VALUE_NOT_WHOLE", 0);

  private Numbers() {}

  /** An amount of money in minor units of a currency with so many decimals. */
  public static Form<Long> money(int scale) {
    return units("VALUE_NOT_MONEY", scale);
  }

  /** A number of points in smallest units. */
  public static Form<Long> points(int scale) {
    return units("VALUE_NOT_POINTS", scale);
  }

  public static Form<Long> positive(Form<Long> form) {
    return form.refusing(
        number -> number > 0 ? Optional.empty() : Optional.of(Problem.of("VALUE_NOT_POSITIVE")));
  }

  public static Form<Long> within(long least, long most) {
    return COUNT.refusing(
        number ->
            number >= least && number <= most
                ? Optional.empty()
                : Optional.of(
                    Problem.of("VALUE_OUT_OF_RANGE")
                        .with("found", number)
                        .with("least", least)
                        .with("most", most)));
  }

  private static Form<Long> units(String code, int scale) {
    return Form.scalar(
        (scalar, findings) ->
            decimal(scalar, code, findings)
                .flatMap(number -> exact(scalar, number, scale, findings)));
  }

  private static Optional<Long> exact(
      Scalar scalar, BigDecimal number, int scale, Findings findings) {
    var units = Decimals.units(number, scale);
    if (units.isEmpty())
      findings.wrong(
          scalar.at(),
          Problem.of("VALUE_TOO_FINE").with("found", scalar.text()).with("decimals", scale));
    return units;
  }

  private static Optional<BigDecimal> share(Scalar scalar, Findings findings) {
    var text = scalar.text();
    if (Texts.isNone(scalar)) return Texts.wrong(scalar, Problem.of("VALUE_EMPTY"), findings);
    if (!text.endsWith("%")) return wrong(scalar, "VALUE_NOT_PERCENT", findings);
    var number = new Scalar(scalar.at(), text.substring(0, text.length() - 1), scalar.plain());
    return decimal(number, "VALUE_NOT_PERCENT", findings)
        .flatMap(
            percent ->
                percent.compareTo(HUNDRED) > 0
                    ? wrong(scalar, "PERCENT_TOO_HIGH", findings)
                    : Optional.of(percent.movePointLeft(2).stripTrailingZeros()));
  }

  private static Optional<BigDecimal> decimal(Scalar scalar, String code, Findings findings) {
    if (Texts.isNone(scalar)) return Texts.wrong(scalar, Problem.of("VALUE_EMPTY"), findings);
    var wrong = whatIsWrong(scalar.text(), code);
    return wrong.isEmpty() ? Decimals.parse(scalar.text()) : wrong(scalar, wrong, findings);
  }

  /** The code of the mistake; "" for a number as we want it. */
  private static String whatIsWrong(String text, String otherwise) {
    if (text.codePoints().anyMatch(c -> c > '9' && Character.isDigit(c)))
      return "VALUE_FOREIGN_DIGITS";
    if (text.matches("-[0-9][0-9.]*")) return "VALUE_NEGATIVE";
    if (text.matches("[0-9.]+[eE][+-]?[0-9]+")) return "VALUE_EXPONENT";
    if (!text.matches("[0-9]+(\\.[0-9]+)?")) return otherwise;
    if (text.matches("0[0-9].*")) return "VALUE_LEADING_ZERO";
    return text.length() > LONGEST ? "VALUE_TOO_LARGE" : "";
  }

  private static <T> Optional<T> wrong(Scalar scalar, String code, Findings findings) {
    return Texts.wrong(scalar, Problem.of(code).with("found", Texts.shown(scalar)), findings);
  }
}
