package dev.kopilka.member.person;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.text.Normalizer;

/**
 * Free text as people paste it: one Unicode form (NFC), no spaces at its ends, and nothing that
 * steers a terminal or reverses the reading order.
 */
public final class Plain {
  private static final int LONGEST_CODE = 64;

  private Plain() {}

  /** One line of text with single spaces, at most so many characters long; blank text is "". */
  public static String line(String field, String text, int longest) {
    var line = text.isEmpty() ? "" : collapsed(text);
    if (isFit(line, longest)) return line;
    throw new Trouble.BadInput(
        Problem.of("TEXT_MALFORMED").with("field", field).with("longest", longest));
  }

  /** A code of somebody else's: as {@link #line}, but spaces inside are left as they are. */
  public static String code(String field, String text) {
    var code = text.isEmpty() ? "" : trimmed(text);
    if (isFit(code, LONGEST_CODE)) return code;
    throw new Trouble.BadInput(
        Problem.of("CODE_MALFORMED").with("field", field).with("longest", LONGEST_CODE));
  }

  private static boolean isFit(String text, int longest) {
    return text.length() <= 2 * longest && length(text) <= longest && isClean(text);
  }

  /** The text in NFC without spaces of any kind at its ends; inside it is left as it is. */
  static String trimmed(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && isBlank(text.charAt(start))) start++;
    while (end > start && isBlank(text.charAt(end - 1))) end--;
    return nfc(text.substring(start, end));
  }

  /** As {@link #trimmed}, and each run of spaces inside is one space. */
  static String collapsed(String text) {
    var trimmed = trimmed(text);
    var out = new StringBuilder(trimmed.length());
    for (var i = 0; i < trimmed.length(); i++) {
      var c = trimmed.charAt(i);
      if (!isSpace(c)) out.append(c);
      else if (out.charAt(out.length() - 1) != ' ') out.append(' ');
    }
    return out.toString();
  }

  /** Whether every character may stand in one line of text. */
  static boolean isClean(String text) {
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      if (isUnfit(c)) return false;
      i += Character.charCount(c);
    }
    return true;
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Most texts are plain already, and the normaliser's tables are dear at start-up. */
  private static String nfc(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
    return text;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || Character.isSpaceChar(c);
  }

  /** What a paste may leave around a text; inside it, a line break is an error. */
  private static boolean isBlank(char c) {
    return isSpace(c) || c == '\n' || c == '\r' || c == '\uFEFF';
  }

  private static boolean isUnfit(int c) {
    // U+FFFD is what a wrong encoding leaves behind: the letter is lost, so the text is too.
    if (c == 0xFFFD || Character.isISOControl(c)) return true;
    // Line separators, and marks that turn the reading order around.
    if (c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069) return true;
    var type = Character.getType(c);
    return type == Character.SURROGATE || type == Character.UNASSIGNED;
  }
}
