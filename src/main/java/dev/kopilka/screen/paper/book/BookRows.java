package dev.kopilka.screen.paper.book;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Cell;
import dev.kopilka.screen.format.Rows;
import dev.kopilka.screen.format.Width;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet: a heading that stays in sight, then rows. The first rows are held back to measure the
 * columns by, as a table on a terminal does; after these every thousand rows leave memory.
 */
final class BookRows implements Rows {
  private static final int TOGETHER = 1_000;
  private static final int WIDEST = 60;

  private final Worksheet sheet;
  private final Typed cells;
  private final ZoneId zone;
  private int[] widths = {};
  private int next;

  BookRows(Worksheet sheet, ZoneId zone) {
    this.sheet = sheet;
    this.zone = zone;
    this.cells = new Typed(sheet, zone);
  }

  @Override
  public void begin(List<String> names) {
    widths = new int[names.size()];
    for (var i = 0; i < widths.length; i++) {
      cells.heading(i, names.get(i));
      widths[i] = Width.of(names.get(i));
    }
    sheet.freezePane(0, 1);
    next = 1;
  }

  @Override
  public void row(Object[] values) {
    if (next == Worksheet.MAX_ROWS) {
      throw new Trouble.Usage(Problem.of("WORKBOOK_FULL").with("rows", Worksheet.MAX_ROWS - 1));
    }
    var isMeasuring = next < TOGETHER;
    for (var i = 0; i < values.length; i++) {
      cells.put(next, i, values[i]);
      if (isMeasuring) widths[i] = Math.max(widths[i], Width.of(Cell.text(values[i], zone)));
    }
    next++;
    if (next % TOGETHER == 0) flush();
  }

  private void flush() {
    if (next <= TOGETHER) {
      for (var i = 0; i < widths.length; i++) sheet.width(i, Math.min(WIDEST, widths[i]) + 2);
    }
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void end() {
    flush();
    try {
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
