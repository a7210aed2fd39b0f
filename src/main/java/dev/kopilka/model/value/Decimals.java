package dev.kopilka.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Exact decimal numbers as text and as whole units. Only ASCII digits, one sign and one point are
 * numbers here: {@code Long.parseLong} takes Arabic-Indic digits and {@code BigDecimal} takes
 * exponents that hang the machine, so both are kept behind this door.
 */
public final class Decimals {
  /** Digits that are always enough for a {@code long} and never enough to hurt. */
  private static final int LONGEST = 30;

  private Decimals() {}

  /** The number that the text spells, or nothing when it is not a plain decimal number. */
  public static Optional<BigDecimal> parse(String text) {
    return isPlain(text) ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.length() > LONGEST) return false;
    var digits = 0;
    var points = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= '0' && c <= '9') digits++;
      else if (c == '.') points++;
      else if (i != 0 || (c != '-' && c != '+')) return false;
    }
    return digits > 0 && points <= 1 && !text.endsWith(".");
  }

  /** The whole number that the text spells, or nothing when it is not one or exceeds a long. */
  public static Optional<Long> whole(String text) {
    return parse(text).flatMap(number -> units(number, 0));
  }

  /** The number in units of {@code 10^-scale}, or nothing when it has more decimals or is too big. */
  public static Optional<Long> units(BigDecimal number, int scale) {
    try {
      return Optional.of(number.movePointRight(scale).longValueExact());
    } catch (ArithmeticException tooFineOrTooBig) {
      return Optional.empty();
    }
  }

  /** One rounding, at the end. Throws when the result exceeds a long. */
  public static long round(BigDecimal exact, RoundingMode mode) {
    return exact.setScale(0, mode).longValueExact();
  }

  /**
   * Units of {@code 10^-scale} as plain text: {@code text(12345, 2)} is {@code 123.45}. By hand,
   * because naming BigDecimal costs a start 17 ms: JDK 25 computes large powers of five for it.
   */
  public static String text(long units, int scale) {
    if (scale == 0) return Long.toString(units);
    var text = new StringBuilder(24).append(units);
    var first = units < 0 ? 1 : 0;
    while (text.length() - first <= scale) text.insert(first, '0');
    return text.insert(text.length() - scale, '.').toString();
  }
}
