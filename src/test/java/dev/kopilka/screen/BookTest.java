package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
  private static byte[] written(Shown.Act act) {
    var out = new ByteArrayOutputStream();
    on(out, act);
    return out.toByteArray();
  }

  private static void on(OutputStream out, Shown.Act act) {
    var streams = new Screen.Streams(out, OutputStream.nullOutputStream(), false);
    var screen = new Screen(streams, Style.PLAIN.in(Format.XLSX), Words.in(Language.EN));
    screen.answerFor("report kpi");
    act.on(screen);
    screen.flush();
  }

  /** One row of values, a column each. */
  private static Shown.Act row(Object... values) {
    return screen -> {
      var sheet = Sheet.of(List.of(values));
      for (var i = 0; i < values.length; i++) {
        var place = i;
        sheet.column("c" + i, row -> values[place]);
      }
      screen.showTimesIn(ZoneId.of("Europe/Moscow"));
      screen.show(sheet);
    };
  }

  private static Row read(Object... values) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(written(row(values))))) {
      return book.getFirstSheet().read().get(1);
    }
  }

  @Test
  void numbersDaysAndTimesAreWhatTheyAre() throws IOException {
    var row =
        read(
            5L,
            new Amount(-120005, 2),
            new BigDecimal("0.3333"),
            LocalDate.of(2026, 12, 31),
            Instant.parse("2026-11-22T21:30:05Z"),
            true);
    assertEquals(new BigDecimal("5"), row.getCellAsNumber(0).orElseThrow());
    assertEquals(new BigDecimal("-1200.05"), row.getCellAsNumber(1).orElseThrow());
    assertEquals(new BigDecimal("0.3333"), row.getCellAsNumber(2).orElseThrow());
    assertEquals(LocalDate.of(2026, 12, 31), row.getCellAsDate(3).orElseThrow().toLocalDate());
    assertEquals(LocalDateTime.of(2026, 11, 23, 0, 30, 5), row.getCellAsDate(4).orElseThrow());
    assertTrue(row.getCellAsBoolean(5).orElseThrow());
  }

  @Test
  void whatIsAbsentIsAnEmptyCell() throws IOException {
    var row = read("a", Cell.ABSENT, "b");
    assertTrue(row.getOptionalCell(1).isEmpty());
  }

  @Test
  void aListOfNothingIsAnEmptyCell() throws IOException {
    var row = read("a", List.of(), "b", List.of("c", "d"));
    assertTrue(row.getOptionalCell(1).isEmpty());
    assertEquals("c,d", row.getCellText(3));
  }

  @Test
  void aTextIsNeverAFormulaNorANumber() throws IOException {
    var row = read("=HYPERLINK(1)", "+79120000001", "-1", "@A1", "0017", " padded ");
    for (var i = 0; i < 6; i++) assertEquals(CellType.STRING, row.getCell(i).getType());
    assertEquals("=HYPERLINK(1)", row.getCellText(0));
    assertEquals("0017", row.getCellText(4));
    assertEquals(" padded ", row.getCellText(5));
  }

  @Test
  void aNumberThatASpreadsheetWouldRoundIsAText() throws IOException {
    var row = read(999_999_999_999_999L, 1_234_567_890_123_456L, new Amount(Long.MAX_VALUE, 2));
    assertEquals(CellType.NUMBER, row.getCell(0).getType());
    assertEquals("1234567890123456", row.getCellAsString(1).orElseThrow());
    assertEquals("92233720368547758.07", row.getCellAsString(2).orElseThrow());
  }

  @Test
  void controlCharactersAndSpellingsOfCharactersStayText() throws IOException {
    var row = read("bell \u0007", "_x0041_", "a<b>&\"c\"", "1900");
    assertEquals("bell \\u0007", row.getCellText(0));
    assertTrue(part(written(row("_x0041_")), "xl/worksheets/sheet1.xml").contains("_x005F_x0041_"));
    assertEquals("a<b>&\"c\"", row.getCellText(2));
  }

  @Test
  void daysThatSpreadsheetsDisagreeOnAreTexts() throws IOException {
    var row = read(LocalDate.of(1900, 2, 28), LocalDate.of(1850, 1, 1));
    assertEquals("1900-02-28", row.getCellAsString(0).orElseThrow());
    assertEquals("1850-01-01", row.getCellAsString(1).orElseThrow());
  }

  @Test
  void aCardIsASheetOfItsFieldsAndOneForEachOfItsTables() throws IOException {
    var card =
        Card.of()
            .put("closing", 7L)
            .put("expiry", List.of(Card.of().put("month", "2026-03").put("points", 7L)));
    try (var book =
        new ReadableWorkbook(new ByteArrayInputStream(written(screen -> screen.show(card))))) {
      var sheets = book.getSheets().toList();
      assertEquals("report kpi", sheets.get(0).getName());
      assertEquals("closing", sheets.get(0).read().get(1).getCellText(0));
      assertEquals("expiry", sheets.get(1).getName());
      assertEquals("points", sheets.get(1).read().get(0).getCellText(1));
    }
  }

  @Test
  void theBytesDoNotTellWhenTheyWereWritten() throws IOException {
    var first = written(row("a", 1L));
    assertArrayEquals(first, written(row("a", 1L)));
    // The zip's reader compares the checksums that were mended.
    assertTrue(part(first, "docProps/core.xml").contains(">2000-01-01T00:00:00.000Z<"));
  }

  @TempDir Path folder;

  private String part(byte[] book, String name) throws IOException {
    var file = Files.write(folder.resolve("book.xlsx"), book);
    try (var zip = new ZipFile(file.toFile())) {
      var bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** A stream that only counts: a million rows must not stay in memory on their way through. */
  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] all, int from, int length) {
      bytes += length;
    }
  }

  private static Sheet<Long> numbers(long rows) {
    Iterator<Long> numbers = LongStream.range(0, rows).iterator();
    return Sheet.of(numbers).column("n", n -> n);
  }

  @Test
  void aSheetTakesAsManyRowsAsAnyAndOneMoreIsRefused() {
    var counting = new Counting();
    on(counting, screen -> screen.show(numbers(1_048_575)));
    assertTrue(counting.bytes > 1_000_000);
    var refused =
        assertThrows(
            Trouble.Usage.class, () -> on(counting, screen -> screen.show(numbers(1_048_576))));
    assertEquals("WORKBOOK_FULL", refused.problem().code());
    assertEquals(1_048_575, refused.problem().details().get("rows"));
  }

  @Test
  void aTextThatNoCellHoldsIsRefused() {
    var longest = "x".repeat(32_767);
    assertFalse(written(row(longest)).length == 0);
    var refused = assertThrows(Trouble.Usage.class, () -> written(row(longest + "x")));
    assertEquals("WORKBOOK_CELL", refused.problem().code());
  }

  @Test
  void aSheetWithoutRowsHasItsHeading() throws IOException {
    var none = Sheet.of(Collections.<Long>emptyList()).column("n", n -> n);
    try (var book =
        new ReadableWorkbook(new ByteArrayInputStream(written(screen -> screen.show(none))))) {
      assertEquals("n", book.getFirstSheet().read().getFirst().getCellText(0));
    }
  }
}
