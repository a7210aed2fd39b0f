package dev.kopilka.bulk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.bulk.source.Wish;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

/**
 * Any table that Commons CSV writes reads back the same, and our reader and that of Commons CSV
 * agree on it. The seed is in the failure's text.
 */
class RoundTripTest {
  private static final String[] PIECES = {
    "a", "7", " ", ",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "'", "ж", "😀", "\u00A0", "=", "-", "\\"
  };
  private static final char[] DELIMITERS = {',', ';', '\t'};

  @Test
  void anyTableReadsBackTheSame() throws IOException {
    for (var seed = 1L; seed <= 500; seed++) {
      var random = new Random(seed);
      var table = table(random);
      var delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
      var format =
          CSVFormat.RFC4180.builder()
              .setDelimiter(delimiter)
              .setRecordSeparator(random.nextBoolean() ? "\n" : "\r\n")
              .get();
      var text = written(table, format);
      var asTold = new Wish("csv", "utf-8", String.valueOf(delimiter));
      assertEquals(table, read(text, asTold), "seed " + seed);
      assertEquals(commons(text, format), read(text, asTold), "seed " + seed);
    }
  }

  /** Every row has a first cell that is not empty: an empty row is no row. */
  private static List<List<String>> table(Random random) {
    var columns = 1 + random.nextInt(6);
    var rows = 1 + random.nextInt(20);
    var table = new ArrayList<List<String>>();
    for (var i = 0; i < rows; i++) {
      var row = new ArrayList<String>();
      for (var j = 0; j < columns; j++) row.add((j == 0 ? "x" : "") + cell(random));
      table.add(List.copyOf(row));
    }
    return table;
  }

  private static String cell(Random random) {
    var text = new StringBuilder();
    for (var i = random.nextInt(6); i > 0; i--) text.append(PIECES[random.nextInt(PIECES.length)]);
    return text.toString();
  }

  private static String written(List<List<String>> table, CSVFormat format) throws IOException {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, format)) {
      var header = new ArrayList<String>();
      for (var i = 0; i < table.getFirst().size(); i++) header.add("column " + i);
      printer.printRecord(header);
      printer.printRecords(table);
    }
    return text.toString();
  }

  private static List<List<String>> read(String text, Wish wish) {
    var table = new ArrayList<List<String>>();
    try (var reader = Bytes.open(Bytes.utf8(text), wish)) {
      while (reader.advance()) {
        var row = new ArrayList<String>();
        for (var i = 0; i < reader.row().size(); i++) row.add(reader.row().text(i));
        table.add(List.copyOf(row));
      }
    }
    return table;
  }

  private static List<List<String>> commons(String text, CSVFormat format) throws IOException {
    var table = new ArrayList<List<String>>();
    try (var parser = format.parse(new StringReader(text))) {
      for (var record : parser) table.add(record.toList());
    }
    return table.subList(1, table.size());
  }
}
