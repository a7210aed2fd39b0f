package dev.kopilka.bulk.text;

import static dev.kopilka.bulk.text.Bytes.in;
import static dev.kopilka.bulk.text.Bytes.joined;
import static dev.kopilka.bulk.text.Bytes.rows;
import static dev.kopilka.bulk.text.Bytes.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.source.Wish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers give of files that are in order, and after records that are not. */
class RowReaderTest {
  private static final String RUSSIAN = "имя;сумма\nПётр «Ёж» №1;1\u00A0234,50\n";

  @ParameterizedTest
  @CsvSource({
    "utf-8, false", "utf-8, true", "utf-16le, true", "utf-16be, true", "utf-32le, true",
    "windows-1251, false"
  })
  void tellsTheEncoding(String charset, boolean marked) {
    var bytes = in(charset, (marked ? "\uFEFF" : "") + RUSSIAN);
    assertEquals(List.of("[Пётр «Ёж» №1][1\u00A0234,50]"), rows(bytes));
    try (var reader = Bytes.open(bytes, Wish.NONE)) {
      assertEquals(charset, reader.dialect().charset().name().toLowerCase(Locale.ROOT));
      assertEquals(marked, reader.dialect().marked());
      assertEquals("semicolon", reader.dialect().delimiterName());
      assertEquals(List.of("имя", "сумма"), reader.header());
    }
  }

  @Test
  void readsTheEncodingItIsTold() {
    var latin = in("ISO-8859-1", "a;b\nCafé;1\n");
    assertEquals(List.of("[Café][1]"), rows(latin, new Wish("csv", "latin1", "semicolon")));
    var dos = in("IBM866", "имя;b\nИван;1\n");
    assertEquals(List.of("[Иван][1]"), rows(dos, new Wish("auto", "cp866", "auto")));
  }

  @Test
  void refusesANameThatTheMarkContradicts() {
    var bytes = in("UTF-16LE", "\uFEFFa,b\n1,2\n");
    assertEquals(
        List.of("! ENCODING_CONTRADICTED"), rows(bytes, new Wish("auto", "utf-8", "auto")));
  }

  @Test
  void readsEveryLineEnd() {
    for (var end : new String[] {"\n", "\r\n", "\r"}) {
      var text = "a,b" + end + "1,\"x" + end + "y\"" + end + end + "3,4";
      assertEquals(List.of("[1][x" + end + "y]", "[3][4]"), rows(utf8(text)));
    }
  }

  @Test
  void takesTheDelimiterItIsTold() {
    assertEquals(List.of("[1,2][3]"), rows(utf8("a,x;b\n1,2;3\n"), delimited("semicolon")));
    assertEquals(List.of("[1][2;3]"), rows(utf8("a,x;b\n1,2;3\n"), delimited("comma")));
    assertEquals(List.of("[1][2]"), rows(utf8("a|b\n1|2\n"), delimited("|")));
  }

  @Test
  void prefersTheDelimiterThatFitsEveryRecord() {
    assertEquals(List.of("[1,5][x]", "[7][y]"), rows(utf8("a,n;b\n1,5;x\n7;y\n")));
  }

  @Test
  void goesOnAfterDamage() {
    var text = "a,b\n1,x\"y\n2,ok\n3\n4,ok\n5,\"x\"y,6\n7,ok\n";
    var expected =
        List.of(
            "2:4 QUOTE_IN_CELL", "[2][ok]", "4:2 ROW_TOO_SHORT", "[4][ok]",
            "6:6 QUOTE_CLOSED_EARLY", "[7][ok]");
    assertEquals(expected, rows(utf8(text)));
  }

  @Test
  void keepsWhatADamagedRowHolds() {
    try (var reader = Bytes.open(utf8("a,b\n5,\"x\"y\n"), Wish.NONE)) {
      assertTrue(reader.advance());
      assertEquals("[5][\"x\"y]", Bytes.cells(reader.row()));
    }
  }

  @Test
  void leavesOutRowsOfBareDelimiters() {
    assertEquals(List.of("[1][2]"), rows(utf8("a;b\n1;2\n;\n;\n")));
  }

  @Test
  void unpacksArchives() throws IOException {
    var packed = gzip(utf8("a,b\n1,2\n"));
    assertEquals(List.of("[1][2]"), rows(packed));
    assertEquals(List.of("[1][2]", "[a][b]", "[1][2]"), rows(joined(packed, packed)));
  }

  @Test
  void tellsAnArchiveThatBreaksOff() throws IOException {
    var packed = gzip(utf8("a,b\n" + "12,x\n".repeat(200_000)));
    var found = rows(Arrays.copyOf(packed, packed.length - 9));
    assertTrue(found.getLast().endsWith("FILE_CUT"), found.getLast());
    assertEquals(1, found.stream().filter(row -> row.endsWith("FILE_CUT")).count());
  }

  @Test
  void saysWhetherTheLastLineWasEnded() {
    assertTrue(isLastLineOpen("a,b\n1,2"));
    assertFalse(isLastLineOpen("a,b\n1,2\n"));
    assertTrue(isLastLineOpen("{\"a\":1}"));
    assertFalse(isLastLineOpen("{\"a\":1}\n"));
  }

  private static boolean isLastLineOpen(String text) {
    try (var reader = Bytes.open(utf8(text), Wish.NONE)) {
      while (reader.advance()) {}
      return reader.isLastLineOpen();
    }
  }

  @Test
  void givesJsonNumbersAsTheyStand() {
    var text =
        "{\"a\":10.50,\"b\":[1,null,\"x\"],\"c\":{\"d\":true}}\n\n{\"b\":null,\"e\":1e5,\"a\":\"ж\"}\n";
    assertEquals(List.of("[10.50][1,,x][true]", "[ж][][][1e5]"), rows(utf8(text)));
  }

  @Test
  void namesJsonColumnsAsTheyOccur() {
    try (var reader = Bytes.open(utf8("{\"a\":1}\n{\"b\":2}\n"), Wish.NONE)) {
      assertEquals(List.of("a"), reader.header());
      while (reader.advance()) {}
      assertEquals(List.of("a", "b"), reader.header());
    }
  }

  @Test
  void countsTheLinesOfCells() {
    try (var reader = Bytes.open(utf8("a,b\n\"1\n2\",3\nя,4\n"), Wish.NONE)) {
      assertTrue(reader.advance());
      assertEquals("<stdin>:3:4", reader.row().place(1).toString());
      assertEquals(2, reader.row().line());
      assertTrue(reader.advance());
      assertEquals("<stdin>:4:3", reader.row().place(1).toString());
      assertEquals(2, reader.row().number());
    }
  }

  private static Wish delimited(String name) {
    return new Wish(Wish.AUTO, Wish.AUTO, name);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
