package dev.kopilka.bulk.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number of a sheet as a person would write it. Spreadsheets keep binary fractions, so 19.99 is
 * stored as 19.989999999999998; they promise fifteen digits, and to these it is rounded.
 */
final class Numeral {
  private static final int DIGITS = 15;
  private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_UP);

  /** No spreadsheet writes more; bounds the work on a hostile cell. */
  private static final int LONGEST = 40;

  /** Decimal exponents that a binary fraction of 64 bits can have. */
  private static final int EXPONENT = 330;

  private Numeral() {}

  /**
   * The number with as many digits as it needs, or the text as it stands when it is no number. One of
   * more than fifteen digits has lost the rest, and stays {@code 1.2E+17}, which no reader takes.
   *
   * @param mark auto, point or comma: what the reader of the cell expects before the decimals
   */
  static String plain(String raw, String mark) {
    if (isShortWhole(raw)) return raw;
    if (!isNumber(raw)) return raw;
    var number = new BigDecimal(raw).round(ROUNDED).stripTrailingZeros();
    var whole = (long) number.precision() - number.scale();
    if (number.signum() == 0) return "0";
    if (Math.abs(whole) > EXPONENT) return raw;
    if (whole > DIGITS) return scientific(number);
    var plain = number.toPlainString();
    return switch (mark) {
      case "comma", "," -> plain.replace('.', ',');
      case "point", "." -> plain;
      default -> plainly(plain);
    };
  }

  /** One zero more where the point before three decimals could be taken for one between thousands. */
  private static String plainly(String plain) {
    return plain.indexOf('.') == plain.length() - 4 && plain.length() > 4 ? plain + "0" : plain;
  }

  private static String scientific(BigDecimal number) {
    var exponent = number.precision() - number.scale() - 1;
    var digits = number.unscaledValue().abs().toString();
    var sign = number.signum() < 0 ? "-" : "";
    var rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    return sign + digits.charAt(0) + rest + "E+" + exponent;
  }

  private static boolean isShortWhole(String raw) {
    if (raw.isEmpty() || raw.length() > DIGITS) return false;
    for (var i = 0; i < raw.length(); i++) if (!isDigit(raw.charAt(i))) return false;
    return true;
  }

  /** Sign, digits, perhaps a point and more digits, perhaps an exponent; as XML Schema has it. */
  static boolean isNumber(String raw) {
    if (raw.isEmpty() || raw.length() > LONGEST) return false;
    var at = digits(raw, sign(raw, 0));
    var digits = at - sign(raw, 0);
    if (at < raw.length() && raw.charAt(at) == '.') {
      var end = digits(raw, at + 1);
      digits += end - at - 1;
      at = end;
    }
    if (digits == 0) return false;
    if (at == raw.length()) return true;
    if (raw.charAt(at) != 'E' && raw.charAt(at) != 'e') return false;
    var from = sign(raw, at + 1);
    // Four digits of exponent: with more of them the arithmetic itself would take for ever.
    return from < raw.length() && raw.length() - from <= 4 && digits(raw, from) == raw.length();
  }

  private static int sign(String raw, int at) {
    return at < raw.length() && (raw.charAt(at) == '-' || raw.charAt(at) == '+') ? at + 1 : at;
  }

  private static int digits(String raw, int from) {
    var at = from;
    while (at < raw.length() && isDigit(raw.charAt(at))) at++;
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
