package dev.kopilka.screen.format;

import dev.kopilka.screen.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns of equal width, numbers to the right, two spaces between. The first rows are held back to
 * measure them; after these the widths stay, so that a long list streams. A table that is wider than
 * the terminal is folded into several, one below the other, each with the first column; a long list
 * is not, and the terminal breaks its lines.
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
    if (isMeasured) write(line, all());
    else hold(line);
  }

  private void hold(Line line) {
    held.add(line);
    var cells = line.cells;
    for (var i = 0; i < cells.length; i++) widths[i] = Math.max(widths[i], Width.of(cells[i]));
    if (held.size() == MEASURED) release(List.of(all()));
  }

  private int[] all() {
    return IntStream.range(0, widths.length).toArray();
  }

  private void release(List<int[]> folds) {
    isMeasured = true;
    for (var fold : folds) {
      if (fold != folds.getFirst()) target.text("\n");
      heading(fold);
      for (var line : held) write(line, fold);
    }
    held.clear();
  }

  private void heading(int[] columns) {
    var heading = new StringBuilder();
    for (var column : columns) heading.append(padded(column, names.get(column)));
    var text = heading.toString().stripTrailing();
    target.text((target.hasColour() ? "\u001b[1m" + text + "\u001b[0m" : text) + "\n");
  }

  private void write(Line row, int[] columns) {
    var line = new StringBuilder();
    for (var column : columns) {
      var text = padded(column, row.cells[column]);
      line.append(row.values[column] instanceof Shade shade ? shade.on(text) : text);
    }
    target.text(line.toString().stripTrailing() + "\n");
  }

  /** The columns of each part of the table, so that none is wider than the terminal if it can be. */
  private List<int[]> folds() {
    var folds = folds(widths.length);
    // Bars, whose column has no name, say nothing away from their numbers.
    var hasBars = !names.isEmpty() && names.getLast().isEmpty();
    return folds.size() > 1 && hasBars ? folds(widths.length - 1) : folds;
  }

  private List<int[]> folds(int columns) {
    var folds = new ArrayList<int[]>();
    var fold = new ArrayList<Integer>();
    var width = 0;
    for (var i = 0; i < columns; i++) {
      if (fold.size() > 1 && isTooWide(width + GAP.length() + widths[i])) {
        folds.add(array(fold));
        fold = new ArrayList<>(List.of(0));
        width = widths[0];
      }
      fold.add(i);
      width += (i == 0 ? 0 : GAP.length()) + widths[i];
    }
    folds.add(array(fold));
    return folds;
  }

  private boolean isTooWide(int width) {
    return target.columns() > 0 && width > target.columns();
  }

  private static int[] array(List<Integer> columns) {
    return columns.stream().mapToInt(i -> i).toArray();
  }

  /** The text in its column with the gap before it, which is shaded too: a map has no holes. */
  private String padded(int column, String text) {
    var padded = Width.padded(text, widths[column], isRight[column]);
    return column == 0 ? padded : GAP + padded;
  }

  @Override
  public void end() {
    if (!isMeasured) release(folds());
  }
}
