package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.model.value.Problem;
import dev.kopilka.report.liability.development.Triangle;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * A triangle as a table: the first column names the origin, the others are the developments, the
 * cells are cumulative; what is still to come is empty.
 */
final class TriangleFile {
  private TriangleFile() {}

  static Triangle read(Desk desk, String name) {
    try (var table = FileTable.open(desk, name)) {
      var size = table.header().size() - 1;
      if (size < Triangle.LEAST) throw table.bad(tooFew("TRIANGLE_SMALL", size));
      var origins = new ArrayList<String>();
      var rows = new ArrayList<double[]>();
      while (table.advance()) {
        origins.add(table.text(0));
        rows.add(row(table, size - rows.size()));
      }
      if (rows.size() < size) {
        throw table.bad(
            Problem.of("TRIANGLE_ROWS")
                .with("found", (long) rows.size())
                .with("expected", (long) size));
      }
      return new Triangle(origins, rows);
    }
  }

  static Problem tooFew(String code, int periods) {
    return Problem.of(code)
        .with("found", (long) Math.max(0, periods))
        .with("least", (long) Triangle.LEAST);
  }

  /** So many values, and after them nothing: that is the diagonal. */
  private static double[] row(FileTable table, int known) {
    var size = table.header().size() - 1;
    var row = new double[Math.max(0, known)];
    for (var development = 1; development <= size; development++) {
      if (development > known) {
        if (table.isEmpty(development)) continue;
        throw table.bad(development, Problem.of("TRIANGLE_BEYOND"));
      }
      var value = table.decimal(development);
      if (value.signum() <= 0) {
        throw table.bad(
            development, Problem.of("TRIANGLE_CELL").with("found", value.toPlainString()));
      }
      row[development - 1] = value.doubleValue();
    }
    // A row after the last one that the diagonal leaves anything of.
    if (known < 1) throw table.bad(0, Problem.of("TRIANGLE_BEYOND"));
    return Arrays.copyOf(row, known);
  }
}
