package dev.kopilka.bulk.text;

import dev.kopilka.bulk.sheet.SheetReader;
import dev.kopilka.bulk.sheet.Workbook;
import dev.kopilka.bulk.source.Dialect;
import dev.kopilka.bulk.source.Limits;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of one sheet: its first row that is not blank is the header. A row that ends early is
 * whole, since a spreadsheet keeps no blank cells; one that goes on past the header is not.
 */
final class SheetRows implements RowReader {
  private final Workbook book;
  private final SheetReader sheet;
  private final Dialect dialect;
  private final Row row;
  private final Row headerRow;
  private final List<String> header;
  private final BitSet numbers = new BitSet();
  private long number;

  private SheetRows(String file, Workbook book, Workbook.Sheet chosen) {
    this.book = book;
    this.sheet = book.reader(chosen);
    this.dialect = Dialect.sheet(chosen.name());
    this.row = new Row(file, 1024, 32);
    this.number = -1;
    if (sheet.advance()) fill(sheet.row().last());
    this.headerRow = row.copy();
    this.header = Header.of(headerRow, file);
  }

  /** A reader whose header has been read and found fit. */
  static SheetRows open(Source source, Wish wish) {
    refuseOptionsOfText(source.shownName(), wish);
    var book = Workbook.open(source, wish);
    try {
      return new SheetRows(source.shownName(), book, book.sheet(wish.sheet()));
    } catch (RuntimeException unfit) {
      book.close();
      throw unfit;
    }
  }

  private static void refuseOptionsOfText(String file, Wish wish) {
    for (var option : wish.optionsOfText()) {
      throw new Trouble.BadInput(
          new Place(file, 0, 0),
          Problem.of("OPTION_UNFIT")
              .with("option", option)
              .with("format", "XLSX")
              .with("file", file));
    }
  }

  @Override
  public boolean advance() {
    if (!sheet.advance()) return false;
    fill(Math.max(header.size(), sheet.row().last()));
    if (row.size() > header.size()) row.damagedAt(header.size(), tooLong());
    return true;
  }

  private Problem tooLong() {
    return Problem.of("ROW_TOO_LONG")
        .with("found", (long) sheet.row().last())
        .with("expected", (long) header.size());
  }

  /** Takes the sheet's row over, with empty cells where it has none, up to a column. */
  private void fill(int columns) {
    var from = sheet.row();
    row.begin(++number, from.number());
    var cell = 0;
    for (var column = 1; column <= Math.min(columns, Limits.COLUMNS + 1); column++) {
      row.open(from.number(), column);
      if (cell == from.size() || from.column(cell) != column) continue;
      row.append(from.text(cell));
      if (number > 0 && from.isNumber(cell)) numbers.set(column - 1);
      cell++;
    }
    row.end(from.number(), Math.max(1, columns));
    from.damage().ifPresent(problem -> row.damaged(from.number(), from.damagedColumn(), problem));
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Row headerRow() {
    return headerRow;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public boolean isLastLineOpen() {
    return false;
  }

  @Override
  public boolean hadNumbers(int cell) {
    return numbers.get(cell);
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public long bytesRead() {
    return sheet.bytesRead();
  }

  @Override
  public void close() {
    sheet.close();
    book.close();
  }
}
