package dev.kopilka.screen.paper.page;

import dev.kopilka.screen.Cell;
import dev.kopilka.screen.Language;
import java.time.ZoneId;

/**
 * Cells for people: digits in groups of three and the decimal mark of the language, since a page is
 * read and not computed with.
 */
final class Figures {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final boolean isRussian;
  private final ZoneId zone;

  Figures(Language language, ZoneId zone) {
    this.isRussian = language == Language.RU;
    this.zone = zone;
  }

  /** The whole cell; to the right where its column holds numbers. */
  String cell(Object value, boolean isNumber) {
    var text = Cell.text(value, zone);
    var shown = Cell.isNumber(value) ? grouped(text) : Markup.escaped(text);
    return (isNumber ? "<td class=\"n\">" : "<td>") + shown + "</td>";
  }

  /** An exact decimal number as {@code Cell.text} writes it, for the eye. */
  String grouped(String number) {
    var point = number.indexOf('.');
    var end = point < 0 ? number.length() : point;
    var start = number.startsWith("-") ? 1 : 0;
    var text = new StringBuilder(number.length() + 4);
    text.append(number, 0, start);
    for (var i = start; i < end; i++) {
      if (i > start && (end - i) % 3 == 0) text.append(isRussian ? NO_BREAK_SPACE : ',');
      text.append(number.charAt(i));
    }
    if (point >= 0) text.append(isRussian ? ',' : '.').append(number, point + 1, number.length());
    return text.toString();
  }
}
