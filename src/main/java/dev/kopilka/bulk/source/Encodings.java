package dev.kopilka.bulk.source;

import dev.kopilka.model.value.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells the encoding of a file from its first bytes: by a byte order mark, else UTF-8 if it is
 * valid, else Windows-1251 if the bytes read as Russian words. Where neither is plain it does not
 * guess: the caller is asked to name the encoding.
 */
final class Encodings {
  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  /** An encoding, and how many bytes of mark stand before the text. */
  record Found(Charset charset, int mark) {}

  private Encodings() {}

  /** The byte order mark at the start, if there is one. */
  static Optional<Found> marked(byte[] head) {
    if (LookAlike.startsWith(head, bytes(0xEF, 0xBB, 0xBF))) return found("UTF-8", 3);
    if (LookAlike.startsWith(head, bytes(0xFF, 0xFE, 0, 0))) return found("UTF-32LE", 4);
    if (LookAlike.startsWith(head, bytes(0, 0, 0xFE, 0xFF))) return found("UTF-32BE", 4);
    if (LookAlike.startsWith(head, bytes(0xFF, 0xFE))) return found("UTF-16LE", 2);
    if (LookAlike.startsWith(head, bytes(0xFE, 0xFF))) return found("UTF-16BE", 2);
    return Optional.empty();
  }

  /** The encoding of text that has no mark, or nothing when it cannot be told. */
  static Optional<Charset> unmarked(byte[] head) {
    if (isUtf8(head)) return Optional.of(StandardCharsets.UTF_8);
    return readsAsRussian(head) ? Optional.of(WINDOWS_1251) : Optional.empty();
  }

  /** UTF-16 without a mark: every second byte of the plain characters in it is zero. */
  static Optional<Problem> unmarkedWide(byte[] head) {
    var zeroAtEven = 0;
    var zeroAtOdd = 0;
    for (var i = 0; i < head.length; i++) {
      if (head[i] != 0) continue;
      if (i % 2 == 0) zeroAtEven++;
      else zeroAtOdd++;
    }
    // A stray NUL or two is damage of a row; a text of two bytes a character has them everywhere.
    if (Math.max(zeroAtEven, zeroAtOdd) * 8 < head.length) return Optional.empty();
    var name = zeroAtEven > zeroAtOdd ? "utf-16be" : "utf-16le";
    return Optional.of(Problem.of("FILE_IS_UTF16").with("encoding", name));
  }

  private static boolean isUtf8(byte[] head) {
    var result =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false);
    // Only malformed bytes count; a character cut by the end of the sample is no damage.
    return !result.isError();
  }

  /**
   * Whether the bytes above ASCII form Russian words in Windows-1251: letters stand beside letters,
   * and small ones prevail. In Western text a letter with an accent stands alone; in KOI8-R the
   * capitals would prevail; in CP866 small letters fall where 1251 has none.
   */
  private static boolean readsAsRussian(byte[] head) {
    var letters = 0;
    var inWords = 0;
    var small = 0;
    var strange = 0;
    for (var i = 0; i < head.length; i++) {
      var b = head[i] & 0xFF;
      if (b < 0x80) continue;
      if (!isLetter(b)) {
        if (!isUsualSign(b)) strange++;
        continue;
      }
      letters++;
      if (b >= 0xE0 || b == 0xB8) small++;
      if (besideLetter(head, i)) inWords++;
    }
    return letters >= 2 && inWords * 10 >= letters * 8 && small * 2 > letters
        && strange * 20 <= letters;
  }

  private static boolean besideLetter(byte[] head, int i) {
    return i > 0 && isLetter(head[i - 1] & 0xFF)
        || i + 1 < head.length && isLetter(head[i + 1] & 0xFF);
  }

  private static boolean isLetter(int b) {
    return b >= 0xC0 || b == 0xA8 || b == 0xB8;
  }

  /** No-break space, numero sign, quotation marks, dashes, ellipsis, degree, section, rouble. */
  private static boolean isUsualSign(int b) {
    return switch (b) {
      case 0xA0, 0xB9, 0xAB, 0xBB, 0x84, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0xB0, 0xA7, 0x88,
          0x95, 0xB7 ->
          true;
      default -> false;
    };
  }

  private static Optional<Found> found(String name, int mark) {
    return Optional.of(new Found(Charset.forName(name), mark));
  }

  private static byte[] bytes(int... values) {
    var all = new byte[values.length];
    for (var i = 0; i < values.length; i++) all[i] = (byte) values[i];
    return all;
  }
}
