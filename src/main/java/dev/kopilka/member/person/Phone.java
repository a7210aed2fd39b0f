package dev.kopilka.member.person;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;

/**
 * A telephone number in E.164: {@code +79123456789}. Russian habits are understood (a leading 8,
 * ten digits, 8 10 for abroad); a number of another country begins with {@code +} or 00.
 */
public record Phone(String text) {
  public static final Phone NONE = new Phone("");
  private static final int LONGEST = 40;
  private static final String BETWEEN = " \u00A0\u202F\t-\u2010\u2011\u2012\u2013().";

  /** The number in its normal form; blank text is no number. */
  public static Phone of(String text) {
    if (text.isBlank()) return NONE;
    var dialled = text.length() > LONGEST ? "" : digits(text);
    var plus = dialled.startsWith("+");
    var digits = plus ? dialled.substring(1) : dialled;
    if (plus) return international(digits);
    if (digits.startsWith("00")) return international(digits.substring(2));
    if (digits.startsWith("810") && digits.length() > 11) {
      return international(digits.substring(3));
    }
    if (digits.length() == 10) return international("7" + digits);
    if (digits.length() == 11 && (digits.charAt(0) == '8' || digits.charAt(0) == '7')) {
      return international("7" + digits.substring(1));
    }
    throw malformed();
  }

  /**
   * Numbers of +7 are all of one length, and are nearly all there are: they are settled here. The
   * library that knows every country's lengths costs 150 ms when it is first asked.
   */
  private static Phone international(String digits) {
    if (!digits.startsWith("7")) {
      return new Phone(ForeignPhone.e164(digits).orElseThrow(Phone::malformed));
    }
    // No area or mobile code of this zone begins with 0, 1, 2, 5 or 89. The last one matters: ten
    // digits that begin so are eleven with one lost, and would be somebody else's number.
    if (digits.length() != 11 || "346789".indexOf(digits.charAt(1)) < 0) throw malformed();
    if (digits.startsWith("789")) throw malformed();
    return new Phone("+" + digits);
  }

  /** A leading plus and the ASCII digits, or the empty text when anything else is there. */
  private static String digits(String text) {
    var out = new StringBuilder(16);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= '0' && c <= '9' || c == '+' && out.isEmpty()) out.append(c);
      else if (BETWEEN.indexOf(c) < 0) return "";
    }
    return out.toString();
  }

  private static Trouble.BadInput malformed() {
    return new Trouble.BadInput(Problem.of("PHONE_MALFORMED").with("field", "phone"));
  }
}
