package dev.kopilka.bulk.kind;

import dev.kopilka.bulk.text.Row;
import java.util.List;

/**
 * A rejects file that comes back mended: its first columns are ours and say nothing, its other cells
 * may have an apostrophe before what a spreadsheet would take for a formula.
 */
public enum Rejected {
  /** A table as somebody brought it. */
  NO,
  YES;

  /** What a rejects file puts before the columns of the rejected rows. */
  public static final List<String> COLUMNS = List.of("line", "column", "code", "message");

  private static final String FORMULA_STARTERS = "=+-@\t\r";

  public static Rejected in(List<String> header) {
    var comesBack = header.size() > COLUMNS.size() && header.subList(0, 4).equals(COLUMNS);
    return comesBack ? YES : NO;
  }

  /** How many columns at the start of each row are ours. */
  public int columns() {
    return this == YES ? COLUMNS.size() : 0;
  }

  /** The line on which the row stood when it was first read: an id made of it stays the same. */
  public String line(Row row) {
    return this == YES ? row.text(0) : Long.toString(row.line());
  }

  /** A cell as it was before it was rejected. */
  public String text(Row row, int cell) {
    var text = row.text(cell);
    return this == YES && isGuarded(text) ? text.substring(1) : text;
  }

  /** The cell as the rejects file has it; {@link #text} gives the same text back. */
  public static String guarded(String text) {
    return isFormula(text) || isGuarded(text) ? "'" + text : text;
  }

  private static boolean isGuarded(String text) {
    var from = 0;
    while (from < text.length() && text.charAt(from) == '\'') from++;
    return from > 0 && isFormula(text.substring(from));
  }

  /** A number with its sign is no formula. */
  private static boolean isFormula(String text) {
    if (text.isEmpty() || FORMULA_STARTERS.indexOf(text.charAt(0)) < 0) return false;
    return text.charAt(0) != '-' && text.charAt(0) != '+' || !text.substring(1).matches("[0-9., ]+");
  }
}
