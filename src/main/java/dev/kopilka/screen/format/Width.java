package dev.kopilka.screen.format;

/** How many columns of a terminal a text takes: by code points, wide and combining ones known. */
public final class Width {
  private Width() {}

  public static int of(String text) {
    var width = 0;
    for (var i = 0; i < text.length(); ) {
      var codePoint = text.codePointAt(i);
      width += codePoint < 0x300 ? 1 : of(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  private static int of(int codePoint) {
    var type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
    if (type == Character.FORMAT) return 0;
    return isWide(codePoint) ? 2 : 1;
  }

  /** The wide and full-width blocks of Unicode's East Asian Width (UAX 11), emoji among them. */
  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115f
        || c >= 0x2e80 && c <= 0x303e
        || c >= 0x3041 && c <= 0x33ff
        || c >= 0x3400 && c <= 0x4dbf
        || c >= 0x4e00 && c <= 0x9fff
        || c >= 0xa000 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe6f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0xffe0 && c <= 0xffe6
        || c >= 0x1f300 && c <= 0x1f64f
        || c >= 0x1f900 && c <= 0x1f9ff
        || c >= 0x20000 && c <= 0x3fffd;
  }

  /** The text with spaces after it, or before it, up to that width. */
  public static String padded(String text, int width, boolean right) {
    var missing = width - of(text);
    if (missing <= 0) return text;
    return right ? " ".repeat(missing) + text : text + " ".repeat(missing);
  }
}
