package dev.kopilka.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each report as a workbook: its cells are what {@code -o json} says, numbers and days as such. */
class ReportsAsBooksTest {
  static Stream<Line> lines() {
    return Line.all();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void itsCellsAreTheRows(Line line) throws IOException {
    var answer = line.answer();
    var bytes = Reports.cafe().bytes(line + " -q -o xlsx");
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      var sheets = book.getSheets().toList();
      if (answer.isArray()) {
        assertEquals(1, sheets.size());
        rows(answer, sheets.getFirst());
        return;
      }
      fields(answer, sheets.getFirst());
      var tables = new ArrayList<String>();
      answer.properties().forEach(field -> {
        if (isTable(field.getValue())) tables.add(field.getKey());
      });
      assertEquals(tables, sheets.stream().skip(1).map(Sheet::getName).toList());
      for (var i = 0; i < tables.size(); i++) rows(answer.path(tables.get(i)), sheets.get(i + 1));
    }
  }

  private static boolean isTable(JsonNode value) {
    return value.isArray() && value.path(0).isObject();
  }

  private static void rows(JsonNode rows, Sheet sheet) throws IOException {
    var read = sheet.read();
    assertEquals(rows.size() + 1, read.size(), "rows");
    assertTrue(rows.size() > 0, "the ledger has nothing to write down");
    var names = new ArrayList<String>();
    rows.path(0).properties().forEach(field -> {
      if (!hasRows(rows, field.getKey())) names.add(field.getKey());
    });
    assertEquals(names, texts(read.getFirst()));
    for (var i = 0; i < rows.size(); i++) {
      for (var column = 0; column < names.size(); column++) {
        var name = names.get(column);
        same(name + " in row " + i, rows.get(i).path(name), cell(read.get(i + 1), column));
      }
    }
  }

  /** What is nested in any row is no cell in all of them. */
  private static boolean hasRows(JsonNode rows, String name) {
    for (var row : rows) if (isTable(row.path(name))) return true;
    return name.equals("suspects");
  }

  private static List<String> texts(Row row) {
    return row.stream().map(Cell::getText).toList();
  }

  private static Cell cell(Row row, int column) {
    return column < row.getCellCount() ? row.getCell(column) : null;
  }

  /** The fields of a card, a row each; those of a card within it under joined names. */
  private static void fields(JsonNode card, Sheet sheet) throws IOException {
    var read = sheet.read();
    assertEquals(List.of("field", "value"), texts(read.getFirst()));
    assertEquals(read.size(), 1 + fields("", card, read, 1), "fields");
  }

  private static int fields(String prefix, JsonNode card, List<Row> read, int first) {
    var at = new int[] {first};
    card.properties().forEach(field -> {
      var name = prefix + field.getKey();
      if (field.getValue().isObject()) {
        at[0] += fields(name + ".", field.getValue(), read, at[0]);
      } else if (!isTable(field.getValue())) {
        var row = read.get(at[0]++);
        assertEquals(name, row.getCellText(0));
        same(name, field.getValue(), cell(row, 1));
      }
    });
    return at[0] - first;
  }

  private static void same(String where, JsonNode value, Cell cell) {
    if (value.isNull() || value.isArray() && value.isEmpty()) {
      assertTrue(cell == null || cell.getText().isEmpty(), where + ": " + cell);
    } else if (value.isNumber()) {
      assertEquals(CellType.NUMBER, cell.getType(), where);
      assertEquals(0, new BigDecimal(value.asText()).compareTo(cell.asNumber()), where + ": " + cell);
    } else if (value.isBoolean()) {
      assertEquals(value.asBoolean(), cell.asBoolean(), where);
    } else if (value.asText().matches("\\d{4}-\\d{2}-\\d{2}")) {
      assertEquals(LocalDate.parse(value.asText()), cell.asDate().toLocalDate(), where);
    } else if (value.asText().matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
      var moment = OffsetDateTime.parse(value.asText()).toLocalDateTime();
      assertEquals(moment, cell.asDate(), where);
    } else {
      assertEquals(CellType.STRING, cell.getType(), where);
      assertEquals(value.isArray() ? joined(value) : value.asText(), cell.getText(), where);
    }
  }

  private static String joined(JsonNode list) {
    var joined = new StringJoiner(",");
    for (var one : list) joined.add(one.asText());
    return joined.toString();
  }
}
