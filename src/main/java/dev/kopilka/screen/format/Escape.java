package dev.kopilka.screen.format;

/**
 * Makes text from outside harmless. Control characters drive a terminal, and the marks that turn
 * the direction of writing make one name look like another; both are shown as {@code \}{@code
 * u001b} instead.
 */
public final class Escape {
  private Escape() {}

  /** Whether the character may not reach a terminal, a table or a JSON text as it is. */
  public static boolean isUnsafe(char c) {
    if (c < 0x20 || c >= 0x7f && c <= 0x9f) return true;
    if (c < 0x200e) return false;
    return c == 0x200e
        || c == 0x200f
        || c >= 0x2028 && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069
        || c == 0xfeff;
  }

  /** Whether anything in the text must be escaped, lone halves of a surrogate pair included. */
  public static boolean isNeeded(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (isUnsafe(c) || isLoneSurrogate(text, i)) return true;
    }
    return false;
  }

  static boolean isLoneSurrogate(String text, int at) {
    var c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** The text on one line, safe for a terminal. */
  public static String controls(String text) {
    if (!isNeeded(text)) return text;
    var safe = new StringBuilder(text.length() + 16);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\n') safe.append("\\n");
      else if (c == '\r') safe.append("\\r");
      else if (c == '\t') safe.append("\\t");
      else if (isUnsafe(c) || isLoneSurrogate(text, i)) unicode(safe, c);
      else safe.append(c);
    }
    return safe.toString();
  }

  /** Four hexadecimal digits, as JSON and Java write them. */
  static void unicode(StringBuilder text, char c) {
    text.append("\\u");
    for (var shift = 12; shift >= 0; shift -= 4) {
      text.append(Character.forDigit(c >> shift & 0xf, 16));
    }
  }
}
