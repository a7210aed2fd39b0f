package dev.kopilka.command.report.liability;

import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.field.Fields;
import dev.kopilka.bulk.field.Read;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.bulk.text.Tables;
import dev.kopilka.command.Desk;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small table of the user's own; the first cell that does not fit ends the reading. */
final class FileTable implements AutoCloseable {
  private final RowReader reader;
  private final Fields fields = new Fields(DecimalMark.POINT, ZoneOffset.UTC);
  private final Map<String, Integer> places = new HashMap<>();

  private FileTable(RowReader reader) {
    this.reader = reader;
  }

  /** Opens it; {@code -} is stdin. The columns may stand in any order, and there are no others. */
  static FileTable open(Desk desk, String name, List<String> columns) {
    var table = open(desk, name);
    try {
      for (var column : columns) table.place(column);
      for (var i = 0; i < table.header().size(); i++) {
        var found = table.header().get(i);
        if (!columns.contains(found)) {
          throw new Trouble.BadInput(
              table.reader.headerRow().place(i),
              Problem.of("FILE_COLUMN_UNKNOWN")
                  .with("column", found)
                  .with("columns", String.join(", ", columns)));
        }
      }
      return table;
    } catch (RuntimeException unfit) {
      table.close();
      throw unfit;
    }
  }

  /** Opens a table whose columns are told by their places. */
  static FileTable open(Desk desk, String name) {
    return new FileTable(Tables.open(Source.of(name, desk.in()), Wish.NONE));
  }

  private void place(String column) {
    var place = header().indexOf(column);
    if (place < 0) {
      throw new Trouble.BadInput(
          reader.headerRow().place(0), Problem.of("FILE_COLUMN_MISSING").with("column", column));
    }
    places.put(column, place);
  }

  List<String> header() {
    return reader.header();
  }

  boolean advance() {
    if (!reader.advance()) return false;
    var damage = reader.row().damage();
    if (damage.isPresent()) throw new Trouble.BadInput(List.of(damage.get()), 1);
    return true;
  }

  boolean isEmpty(int cell) {
    return reader.row().text(cell).isBlank();
  }

  boolean isEmpty(String column) {
    return isEmpty(places.get(column));
  }

  String text(int cell) {
    if (isEmpty(cell)) throw bad(cell, Problem.of("CELL_MISSING"));
    return value(cell, fields.text(reader.row().text(cell)));
  }

  String text(String column) {
    return text(places.get(column));
  }

  BigDecimal decimal(int cell) {
    if (isEmpty(cell)) throw bad(cell, Problem.of("CELL_MISSING"));
    return new BigDecimal(value(cell, fields.decimal(reader.row().text(cell))));
  }

  BigDecimal decimal(String column) {
    return decimal(places.get(column));
  }

  LocalDate date(String column) {
    var cell = places.get(column);
    if (isEmpty(cell)) throw bad(cell, Problem.of("CELL_MISSING"));
    return value(cell, fields.date(reader.row().text(cell)));
  }

  /** Money in units of {@code 10^-scale}, nothing below zero; an empty cell is zero. */
  long money(String column, int scale) {
    var cell = places.get(column);
    if (isEmpty(cell)) return 0;
    return notNegative(cell, value(cell, fields.money(reader.row().text(cell), scale)));
  }

  /** A whole number, not below zero; an empty cell is zero. */
  long whole(String column) {
    var cell = places.get(column);
    if (isEmpty(cell)) return 0;
    return notNegative(cell, value(cell, fields.whole(reader.row().text(cell))));
  }

  private long notNegative(int cell, long value) {
    if (value >= 0) return value;
    throw bad(cell, Problem.of("CELL_BELOW_ZERO").with("found", reader.row().text(cell)));
  }

  private <T> T value(int cell, Read<T> read) {
    return switch (read) {
      case Read.Good<T> good -> good.value();
      case Read.Bad<T> bad -> throw bad(cell, bad.problem());
    };
  }

  /** What is wrong with a cell of the row in hand. */
  Trouble bad(int cell, Problem problem) {
    var name = cell < header().size() ? header().get(cell) : "";
    return new Trouble.BadInput(reader.row().place(cell), problem.with("column", name));
  }

  Trouble bad(String column, Problem problem) {
    return bad(places.get(column), problem);
  }

  /** Where the header stands: for what is wrong with the file as a whole. */
  Trouble bad(Problem problem) {
    return new Trouble.BadInput(reader.headerRow().place(0), problem);
  }

  @Override
  public void close() {
    reader.close();
  }
}
