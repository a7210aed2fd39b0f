package dev.kopilka.member.person;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.net.IDN;
import java.util.Locale;

/**
 * An e-mail address in lower case; a domain in national letters is kept in these letters, however
 * it was written. Checks the shape only: whether somebody reads it, only a letter can tell.
 */
public record Email(String text) {
  public static final Email NONE = new Email("");
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final String LOCAL_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  /** The address in its normal form; blank text is no address. */
  public static Email of(String text) {
    var trimmed = text.isEmpty() ? "" : Plain.trimmed(text);
    if (trimmed.isEmpty()) return NONE;
    var lower = trimmed.toLowerCase(Locale.ROOT);
    var at = lower.lastIndexOf('@');
    if (at < 1 || lower.length() > LONGEST) throw malformed();
    var local = lower.substring(0, at);
    if (!isLocal(local)) throw malformed();
    return new Email(local + "@" + domain(lower.substring(at + 1)));
  }

  private static boolean isLocal(String local) {
    if (local.length() > LONGEST_LOCAL || hasEmptyLabel(local)) return false;
    return local
        .codePoints()
        .allMatch(c -> Character.isLetterOrDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0);
  }

  private static String domain(String text) {
    var ascii = isAscii(text) ? text : ascii(text);
    if (ascii.indexOf('.') < 0 || hasEmptyLabel(ascii)) throw malformed();
    for (var label : ascii.split("\\.")) {
      if (!isLabel(label)) throw malformed();
    }
    return ascii.contains("xn--") ? IDN.toUnicode(ascii) : ascii;
  }

  private static String ascii(String text) {
    try {
      return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notADomain) {
      throw malformed();
    }
  }

  private static boolean isLabel(String label) {
    if (label.length() > 63 || label.startsWith("-") || label.endsWith("-")) return false;
    return label.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }

  private static boolean hasEmptyLabel(String dotted) {
    return dotted.startsWith(".") || dotted.endsWith(".") || dotted.contains("..");
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static Trouble.BadInput malformed() {
    return new Trouble.BadInput(Problem.of("EMAIL_MALFORMED").with("field", "email"));
  }
}
