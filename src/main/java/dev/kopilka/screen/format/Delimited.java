package dev.kopilka.screen.format;

import dev.kopilka.screen.Cell;
import java.util.List;

/**
 * CSV after RFC 4180 with plain line feeds, and TSV with tabs and line feeds inside a cell written
 * as {@code \t} and {@code \n}. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it; numbers are no formulas, negative ones neither.
 */
final class Delimited implements Rows {
  private static final String FORMULA = "=+-@\t\r";

  private final Target target;
  private final boolean isCsv;
  private final StringBuilder line = new StringBuilder();

  private Delimited(Target target, boolean isCsv) {
    this.target = target;
    this.isCsv = isCsv;
  }

  static Delimited csv(Target target) {
    return new Delimited(target, true);
  }

  static Delimited tsv(Target target) {
    return new Delimited(target, false);
  }

  @Override
  public void begin(List<String> names) {
    row(names.toArray());
  }

  @Override
  public void row(Object[] values) {
    line.setLength(0);
    for (var i = 0; i < values.length; i++) {
      if (i > 0) line.append(isCsv ? ',' : '\t');
      var text = Cell.text(values[i], target.zone());
      line.append(Cell.isNumber(values[i]) ? text : safe(disarmed(text)));
    }
    target.text(line.append('\n').toString());
  }

  private String safe(String text) {
    return isCsv ? quoted(text) : tabless(text);
  }

  private String disarmed(String text) {
    var isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return isFormula && !target.hasRawCsv() ? "'" + text : text;
  }

  private String quoted(String raw) {
    var text = target.isTerminal() ? Escape.controls(raw) : raw;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }

  private String tabless(String raw) {
    var text = raw;
    if (raw.indexOf('\\') >= 0) text = text.replace("\\", "\\\\");
    if (target.isTerminal()) return Escape.controls(text);
    return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  @Override
  public void end() {}
}
