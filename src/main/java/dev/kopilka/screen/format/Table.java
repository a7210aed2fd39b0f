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
  private final List<Line> held = new ArrayList<>();
  private List<String> names = List.of();
  private int[] widths = {};
  private boolean[] isRight = {};
  private boolean isMeasured;

  /** A row as text, and what it was: a shade is laid on when the widths are known. */
  private record Line(String[] cells, Object[] values) {}

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
      var value = values[i] instanceof Shade shade ? Cell.plain(shade.value()) : values[i];
      cells[i] = Escape.controls(Cell.text(value, target.zone()));
      if (!isMeasured && Cell.isNumber(value)) isRight[i] = true;
    }
    var line = new Line(cells, values);
    if (isMeasured) write(line);
    else hold(line);
  }

  private void hold(Line line) {
    held.add(line);
    var cells = line.cells;
    for (var i = 0; i < cells.length; i++) widths[i] = Math.max(widths[i], Width.of(cells[i]));
    if (held.size() == MEASURED) release();
  }

  private void release() {
    isMeasured = true;
    var heading = new StringBuilder();
    for (var i = 0; i < widths.length; i++) heading.append(padded(i, names.get(i)));
    var text = heading.toString().stripTrailing();
    target.text((target.hasColour() ? "\u001b[1m" + text + "\u001b[0m" : text) + "\n");
    for (var line : held) write(line);
    held.clear();
  }

  private void write(Line row) {
    var line = new StringBuilder();
    for (var i = 0; i < row.cells.length; i++) {
      var text = padded(i, row.cells[i]);
      line.append(row.values[i] instanceof Shade shade ? shade.on(text) : text);
    }
    target.text(line.toString().stripTrailing() + "\n");
  }

  /** The text in its column with the gap before it, which is shaded too: a map has no holes. */
  private String padded(int column, String text) {
    var padded = Width.padded(text, widths[column], isRight[column]);
    return column == 0 ? padded : GAP + padded;
  }

  @Override
  public void end() {
    if (!isMeasured) release();
  }
}
