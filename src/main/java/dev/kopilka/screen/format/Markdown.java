package dev.kopilka.screen.format;

import dev.kopilka.screen.Cell;
import java.util.List;

/** A table in GitHub's Markdown. What could be markup in a cell is escaped. */
final class Markdown implements Rows {
  private static final String MARKUP = "\\|<>[]*`";

  private final Target target;
  private List<String> names = List.of();
  private boolean hasHeading;

  Markdown(Target target) {
    this.target = target;
  }

  @Override
  public void begin(List<String> columns) {
    names = columns;
  }

  @Override
  public void row(Object[] values) {
    if (!hasHeading) heading(values);
    var line = new StringBuilder("|");
    for (var value : values) {
      line.append(' ').append(escaped(Cell.text(value, target.zone()))).append(" |");
    }
    target.text(line.append('\n').toString());
  }

  /** Numbers stand to the right if the first row has one there. */
  private void heading(Object[] first) {
    hasHeading = true;
    var line = new StringBuilder("|");
    var rule = new StringBuilder("|");
    for (var i = 0; i < names.size(); i++) {
      line.append(' ').append(escaped(names.get(i))).append(" |");
      rule.append(i < first.length && Cell.isNumber(first[i]) ? "---:|" : "---|");
    }
    target.text(line.append('\n').append(rule).append('\n').toString());
  }

  private static String escaped(String text) {
    var safe = Escape.controls(text);
    var escaped = new StringBuilder(safe.length() + 8);
    for (var i = 0; i < safe.length(); i++) {
      var c = safe.charAt(i);
      if (MARKUP.indexOf(c) >= 0) escaped.append('\\');
      escaped.append(c);
    }
    return escaped.toString();
  }

  @Override
  public void end() {
    if (!hasHeading) heading(new Object[0]);
  }
}
