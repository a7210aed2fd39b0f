package dev.kopilka.program.tree;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.BadInput;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file as text: UTF-8 with or without a byte order mark, and nothing hidden in it.
 */
final class Source {
  /** No programme that people wrote is longer. */
  static final int MOST_BYTES = 1 << 20;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Source() {}

  static String text(byte[] bytes, Findings findings) {
    if (bytes.length > MOST_BYTES) {
      throw stop(
          findings,
          "",
          Problem.of("FILE_TOO_LARGE").with("bytes", bytes.length).with("most", MOST_BYTES));
    }
    var text = decoded(bytes, findings);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) text = text.substring(1);
    refuseHidden(text, findings);
    return text;
  }

  // CharsetDecoder reports malformed input instead of replacing it with U+FFFD silently.
  private static String decoded(byte[] bytes, Findings findings) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var chars = CharBuffer.allocate(bytes.length);
    var result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    var text = chars.flip().toString();
    if (result.isError()) throw stop(findings, text, Problem.of("FILE_NOT_UTF8"));
    return text;
  }

  // Controls would break the terminal that shows the file, and marks that turn the direction of
  // writing let a reviewer read another programme than the one that is applied.
  private static void refuseHidden(String text, Findings findings) {
    for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      var c = text.codePointAt(i);
      if (isHidden(c)) {
        var found = "U+%04X".formatted(c);
        throw stop(
            findings, text.substring(0, i), Problem.of("CHARACTER_FORBIDDEN").with("found", found));
      }
    }
  }

  static boolean isHidden(int c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7F && c < 0xA0)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || (c >= 0xD800 && c <= 0xDFFF)
        || c == 0x2028
        || c == 0x2029
        || c == BYTE_ORDER_MARK
        || c == 0xFFFE
        || c == 0xFFFF;
  }

  private static BadInput stop(Findings findings, String before, Problem problem) {
    var line = 1;
    var start = 0;
    for (var i = 0; i < before.length(); i++) {
      var c = before.charAt(i);
      var pair = c == '\r' && i + 1 < before.length() && before.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        line++;
        start = i + 1;
      }
    }
    var column = before.codePointCount(start, before.length()) + 1;
    findings.wrong(findings.place(line, column), problem);
    return findings.trouble();
  }
}
