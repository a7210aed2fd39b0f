package dev.kopilka.screen.paper.page;

import dev.kopilka.screen.Cell;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import dev.kopilka.screen.format.Term;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Cells for people: digits in groups of three, the decimal mark of the language and our own words in
 * it, since a page is read and not computed with. What users gave a name keeps it: a text is theirs.
 */
final class Figures {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Words words;
  private final boolean isRussian;
  private final ZoneId zone;

  Figures(Words words, ZoneId zone) {
    this.words = words;
    this.isRussian = words.language() == Language.RU;
    this.zone = zone;
  }

  /** Each value, our own words in the reader's language. */
  Object[] spoken(Object[] values) {
    var spoken = new Object[values.length];
    for (var i = 0; i < values.length; i++) spoken[i] = spoken(values[i]);
    return spoken;
  }

  Object spoken(Object value) {
    if (value instanceof String || Cell.isNumber(value)) return value;
    if (value instanceof Term term) return words.term(term.list(), term.word());
    if (value instanceof Enum<?> name) return words.term(list(name), Cell.text(name));
    if (value instanceof Boolean) return words.term("boolean", value.toString());
    if (!(value instanceof Collection<?> several)) return value;
    var spoken = new StringJoiner(", ");
    for (var one : several) spoken.add(Cell.text(spoken(one), zone));
    return spoken.toString();
  }

  /** The words of an enum stand among the labels under its name. */
  private static String list(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
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
