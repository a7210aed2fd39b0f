package dev.kopilka.screen.format;

import dev.kopilka.screen.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns of equal width, numbers to the right, two spaces between. The first rows are held back to
 * measure them; after these the widths stay, so that a long list streams.
 */
final class Table implements Rows {
  private static final int MEASURED = 1_000;
  private static final String GAP = "  ";

  private final Target target;
  private final List<String[]> held = new ArrayList<>();
  private List<String> names = List.of();
  private int[] widths = {};
  private boolean[] isRight = {};
  private boolean isMeasured;

  Table(Target target) {
    this.target = target;
  }

  @Override
  public void begin(List<String> columns) {
    names = columns;
    widths = new int[columns.size()];
    isRight = new boolean[columns.size()];
    for (var i = 0; i < widths.length; i++) widths[i] = Width.of(columns.get(i));
  }

  @Override
  public void row(Object[] values) {
    var cells = new String[values.length];
    for (var i = 0; i < values.length; i++) {
      cells[i] = Escape.controls(Cell.text(values[i], target.zone()));
      if (!isMeasured && Cell.isNumber(values[i])) isRight[i] = true;
    }
    if (isMeasured) line(cells);
    else hold(cells);
  }

  private void hold(String[] cells) {
    held.add(cells);
    for (var i = 0; i < cells.length; i++) widths[i] = Math.max(widths[i], Width.of(cells[i]));
    if (held.size() == MEASURED) release();
  }

  private void release() {
    isMeasured = true;
    var heading = new StringBuilder();
    for (var i = 0; i < widths.length; i++) pad(heading, i, names.get(i));
    var text = heading.toString().stripTrailing();
    target.text((target.hasColour() ? "\u001b[1m" + text + "\u001b[0m" : text) + "\n");
    for (var cells : held) line(cells);
    held.clear();
  }

  private void line(String[] cells) {
    var line = new StringBuilder();
    for (var i = 0; i < cells.length; i++) pad(line, i, cells[i]);
    target.text(line.toString().stripTrailing() + "\n");
  }

  private void pad(StringBuilder line, int column, String text) {
    if (column > 0) line.append(GAP);
    line.append(Width.padded(text, widths[column], isRight[column]));
  }

  @Override
  public void end() {
    if (!isMeasured) release();
  }
}
