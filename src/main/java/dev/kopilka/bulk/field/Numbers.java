package dev.kopilka.bulk.field;

/**
 * Brings numbers as people write them to plain ones: thousands apart by spaces of any width or by
 * the sign that is not the decimal mark, comma or point before the decimals, a true minus sign.
 * What could be read in two ways is not read.
 */
final class Numbers {
  /** More than any amount needs; bounds the work on a hostile cell. */
  private static final int LONGEST = 40;

  /** The plain number, or the code of what is wrong; exactly one of them is not empty. */
  record Plain(String number, String code) {}

  private final String text;
  private final DecimalMark mark;
  private int digitsBefore;
  private int digitsAfter;

  private Numbers(String text, DecimalMark mark) {
    this.text = text;
    this.mark = mark;
  }

  /**
   * @param code the code for text that is no number of the wanted sort at all
   */
  static Plain plain(String text, DecimalMark mark, String code) {
    var stripped = strip(text);
    if (stripped.isEmpty() || stripped.length() > LONGEST) return new Plain("", code);
    if (isScientific(stripped)) return new Plain("", "CELL_SCIENTIFIC");
    return new Numbers(stripped, mark).read(code);
  }

  private Plain read(String code) {
    var decimals = decimalAt();
    if (decimals == AMBIGUOUS) return new Plain("", "CELL_AMBIGUOUS");
    var plain = new StringBuilder();
    var at = sign(plain);
    var group = -1;
    for (; at < text.length(); at++) {
      var c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        plain.append(c);
        count(at, decimals);
        if (group >= 0 && at < decimals) group++;
      } else if (at == decimals) {
        if (group >= 0 && group != 3) return new Plain("", code);
        plain.append('.');
      } else if (isGrouping(c) && at < decimals && digitsBefore > 0) {
        if (group < 0 ? digitsBefore > 3 : group != 3) return new Plain("", code);
        group = 0;
      } else {
        return new Plain("", code);
      }
    }
    if (decimals == text.length() && group >= 0 && group != 3) return new Plain("", code);
    // .5 is a number as R and SAS write it; 5. is one that lost its end.
    if (decimals < text.length() ? digitsAfter == 0 : digitsBefore == 0) {
      return new Plain("", code);
    }
    return new Plain(plain.toString(), "");
  }

  private void count(int at, int decimals) {
    if (at < decimals) digitsBefore++;
    else digitsAfter++;
  }

  private int sign(StringBuilder plain) {
    var first = text.charAt(0);
    if (first == '-' || first == '\u2212') plain.append('-');
    return first == '-' || first == '\u2212' || first == '+' ? 1 : 0;
  }

  private static final int AMBIGUOUS = -1;

  /** Where the decimal mark stands; the text's length when there is none. */
  private int decimalAt() {
    var comma = text.lastIndexOf(',');
    var point = text.lastIndexOf('.');
    if (mark == DecimalMark.COMMA) return comma < 0 ? text.length() : comma;
    if (mark == DecimalMark.POINT) return point < 0 ? text.length() : point;
    var last = Math.max(comma, point);
    if (last < 0) return text.length();
    if (comma >= 0 && point >= 0) return last;
    // One sort of sign: twice or more it can only part thousands, once it may be either.
    if (text.indexOf(text.charAt(last)) != last) return text.length();
    return mayPartThousands(last) ? AMBIGUOUS : last;
  }

  private boolean mayPartThousands(int at) {
    if (text.length() - at - 1 != 3) return false;
    var first = Character.isDigit(text.charAt(0)) ? 0 : 1;
    // 0,500 is a half; 1 234,567 has its thousands parted by another sign already.
    return at - first >= 1 && at - first <= 3 && text.charAt(first) != '0';
  }

  private boolean isGrouping(char c) {
    return switch (c) {
      case ' ', '\u00A0', '\u202F', '\u2009' -> true;
      case ',' -> mark != DecimalMark.COMMA;
      case '.' -> mark != DecimalMark.POINT;
      default -> false;
    };
  }

  /** {@code 1,2E+11}: what a spreadsheet leaves of a long number; its digits are lost. */
  static boolean isScientific(String text) {
    var e = Math.max(text.indexOf('E'), text.indexOf('e'));
    if (e < 1 || e == text.length() - 1) return false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var fits = c >= '0' && c <= '9' || i == e || c == '.' && i < e || c == ',' && i < e
          || (c == '+' || c == '-') && (i == 0 || i == e + 1);
      if (!fits) return false;
    }
    return Character.isDigit(text.charAt(e - 1));
  }

  static String strip(String text) {
    var from = 0;
    var to = text.length();
    while (from < to && isSpace(text.charAt(from))) from++;
    while (to > from && isSpace(text.charAt(to - 1))) to--;
    return text.substring(from, to);
  }

  /** As {@code String.strip}, which leaves the no-break spaces that spreadsheets put in. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F';
  }
}
