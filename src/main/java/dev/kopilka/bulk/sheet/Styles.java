package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.parts.Broken;
import dev.kopilka.bulk.parts.Part;
import dev.kopilka.bulk.parts.Xml;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which of a workbook's cell styles show a number as a day or a time. */
final class Styles {
  /** More styles than Excel allows. */
  private static final int MOST = 1 << 16;

  private final Set<String> dateFormats = new HashSet<>();
  private final BitSet dates = new BitSet();

  /** The styles of a part. */
  static Styles of(Part part) throws Broken {
    var styles = new Styles();
    try (var xml = new Xml(part)) {
      while (xml.next()) {
        if (xml.starts("numFmt")) styles.format(xml);
        else if (xml.starts("cellXfs")) styles.cells(xml);
      }
    }
    return styles;
  }

  /** For a workbook that has none. */
  static Styles none() {
    return new Styles();
  }

  boolean isDate(int style) {
    return dates.get(style);
  }

  private void format(Xml xml) throws Broken {
    if (dateFormats.size() > MOST) throw xml.unsound();
    if (isDateCode(xml.attribute("formatCode"))) dateFormats.add(xml.attribute("numFmtId"));
    else dateFormats.remove(xml.attribute("numFmtId"));
  }

  private void cells(Xml xml) throws Broken {
    var style = 0;
    while (xml.next() && !xml.ends("cellXfs")) {
      if (!xml.starts("xf")) continue;
      if (style == MOST) throw xml.unsound();
      var format = xml.attribute("numFmtId");
      dates.set(style++, dateFormats.contains(format) || isDateNumber(format));
    }
  }

  /** The formats that every spreadsheet has without spelling them (ECMA-376, part 1, 18.8.30). */
  private static boolean isDateNumber(String format) {
    if (format.isEmpty() || format.length() > 2 || !Character.isDigit(format.charAt(0))) return false;
    var number = format.length() == 1 ? 0 : Character.digit(format.charAt(0), 10) * 10
        + Character.digit(format.charAt(1), 10);
    return number >= 14 && number <= 22
        || number >= 27 && number <= 36
        || number == 45
        || number == 47
        || number >= 50 && number <= 58;
  }

  /** Whether a format such as {@code [$-419]dd.mm.yyyy;@} shows a day or a time, and no duration. */
  static boolean isDateCode(String code) {
    var plain = new StringBuilder();
    for (var i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
      switch (code.charAt(i)) {
        case '"' -> i = end(code, '"', i + 1);
        case '\\', '_', '*' -> i++;
        case '[' -> {
          var end = end(code, ']', i);
          if (isElapsed(code, i + 1, end)) return false;
          i = end;
        }
        default -> plain.append(code.charAt(i));
      }
    }
    var letters = plain.toString().toLowerCase(Locale.ROOT);
    if (letters.startsWith("general") || letters.startsWith("standard")) return false;
    return letters.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0);
  }

  /** {@code [h]}, {@code [mm]}: hours or minutes past a day, which are no time of day. */
  private static boolean isElapsed(String code, int from, int to) {
    for (var i = from; i < to; i++) if ("hmsHMS".indexOf(code.charAt(i)) < 0) return false;
    return to > from;
  }

  private static int end(String code, char sign, int from) {
    var end = code.indexOf(sign, from);
    return end < 0 ? code.length() : end;
  }
}
