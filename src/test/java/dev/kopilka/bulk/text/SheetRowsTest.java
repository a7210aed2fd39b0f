package dev.kopilka.bulk.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.sheet.Books;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of workbooks as rows. */
class SheetRowsTest {
  @TempDir Path folder;

  private RowReader open(byte[] book, Wish wish) throws IOException {
    var file = Files.write(folder.resolve("f.xlsx"), book);
    return Tables.open(Source.file("f.xlsx", file), wish);
  }

  private List<String> rows(byte[] book) throws IOException {
    return rows(book, Wish.NONE);
  }

  private List<String> rows(byte[] book, Wish wish) throws IOException {
    var all = new ArrayList<String>();
    try (var reader = open(book, wish)) {
      while (reader.advance()) all.add(told(reader.row()));
    }
    return all;
  }

  private static String told(Row row) {
    return row.damage()
        .map(d -> d.place().line() + ":" + d.place().column() + " " + d.problem().code())
        .orElseGet(() -> Bytes.cells(row));
  }

  private List<String> refused(byte[] book, Wish wish) {
    return assertThrows(Trouble.BadInput.class, () -> rows(book, wish)).findings().stream()
        .map(finding -> finding.problem().code())
        .toList();
  }

  private static Wish sheet(String name) {
    return new Wish("auto", "auto", "auto", name, "auto");
  }

  @Test
  void cellsOfEverySortAreTheTextsThatAPersonWouldType() throws IOException {
    var book = Books.written(b -> {
      var sheet = b.newWorksheet("S");
      for (var i = 0; i < 6; i++) sheet.value(0, i, "c" + i);
      sheet.value(1, 0, "Анна & <b>");
      sheet.value(1, 1, 79161234567L);
      sheet.value(1, 2, 19.99);
      sheet.value(1, 3, LocalDateTime.of(2026, 11, 22, 14, 6, 53));
      sheet.style(1, 3).format("dd.mm.yyyy hh:mm").set();
      sheet.value(1, 4, LocalDate.of(1990, 5, 17));
      sheet.style(1, 4).format("yyyy-mm-dd").set();
      sheet.value(1, 5, true);
      sheet.inlineString(3, 0, "after a blank row");
      sheet.formula(3, 1, "1+1");
    });
    assertEquals(
        List.of(
            "[Анна & <b>][79161234567][19.99][2026-11-22T14:06:53][1990-05-17][true]",
            "[after a blank row][#NOT-CALCULATED!][][][][]"),
        rows(book));
  }

  @Test
  void rowsAreNumberedAsTheSpreadsheetShowsThem() throws IOException {
    var parts = Books.parts(
        "<row r='3'/><row r='5'><c r='A5' t='str'><v>a</v></c><c r='C5' t='str'><v>c</v></c><c t='str'><v>d</v></c></row>"
            + "<row r='9'><c r='D9'><v>4</v></c></row>" + Books.row("x") + "<row r='1'><c><v>1</v></c></row>");
    // The empty name between a and c is found at its own place.
    assertEquals(List.of("COLUMN_UNNAMED"), refused(Books.zip(parts), Wish.NONE));
    parts.put(Books.SHEET, parts.get(Books.SHEET).replace("<c r='C5'", "<c r='B5'"));
    try (var reader = open(Books.zip(parts), Wish.NONE)) {
      assertEquals(List.of("a", "c", "d"), reader.header());
      assertTrue(reader.advance());
      assertEquals(9, reader.row().line());
      assertEquals("9:4 ROW_TOO_LONG", told(reader.row()));
      assertTrue(reader.advance());
      assertEquals(10, reader.row().line());
      assertEquals("[x][][]", told(reader.row()));
      assertTrue(reader.advance());
      // A row's number never goes back.
      assertEquals(11, reader.row().line());
    }
  }

  @Test
  void storedValuesOfFormulasAndRichTextsAreTaken() throws IOException {
    var parts = Books.parts(Books.row("a", "b", "c", "d")
        + "<row><c><f>1+1</f><v>2</v></c><c t='str'><f>A1</f><v>x_x0041_</v></c><c t='e'><f>A9</f><v>#REF!</v></c>"
        + "<c t='d'><v>2026-11-22T14:06:53</v></c></row>"
        + "<row><c t='s'><v>0</v></c><c t='str'><f>A1</f><v></v></c><c t='b'><v>0</v></c>"
        + "<c t='inlineStr'><is><r><t>Ан</t></r><r><t xml:space='preserve'>на </t></r><rPh><t>ana</t></rPh></is></c></row>");
    parts.put(Books.TEXTS, "<sst><si><r><t>two </t></r><r><t>fonts</t></r><rPh><t>x</t></rPh></si></sst>");
    assertEquals(
        List.of("[2][xA][#REF!][2026-11-22T14:06:53]", "[two fonts][][false][Анна ]"), rows(Books.zip(parts)));
  }

  @Test
  void theSystemOf1904IsRead() throws IOException {
    var parts = Books.parts(Books.row("a") + "<row><c s='1'><v>44886</v></c></row>");
    parts.put(Books.BOOK, parts.get(Books.BOOK).replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
    assertEquals(List.of("[2026-11-22]"), rows(Books.zip(parts)));
  }

  @Test
  void namesWithPrefixesAndSpellingsOfOtherProgramsAreUnderstood() throws IOException {
    var parts = Books.parts("");
    parts.put("XL\\Worksheets\\Sheet1.xml", "<x:worksheet xmlns:x='u'><x:sheetData><x:row><x:c t='str'><x:v>a</x:v></x:c></x:row>"
        + "<x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData><x:anchor><x:row>7</x:row></x:anchor></x:worksheet>");
    parts.remove(Books.SHEET);
    assertEquals(List.of("[1]"), rows(Books.zip(parts)));
  }

  @Test
  void theSheetIsTheOnlyOneThatHoldsSomethingOrTheOneThatIsNamed() throws IOException {
    var parts = Books.parts(Books.row("a") + Books.row("1"));
    parts.put(Books.BOOK, Books.book("<sheet name='A' r:id='s1'/><sheet name='Лист 2' r:id='s2'/><sheet name='Chart' r:id='none'/>"));
    parts.put("xl/worksheets/sheet2.xml", Books.sheet("<row><c s='1'/></row>"));
    assertEquals(List.of("[1]"), rows(Books.zip(parts)));
    assertEquals(List.of("TABLE_EMPTY"), refused(Books.zip(parts), sheet("Лист 2")));
    parts.put("xl/worksheets/sheet2.xml", Books.sheet(Books.row("b") + Books.row("2")));
    assertEquals(List.of("SHEET_UNCLEAR"), refused(Books.zip(parts), Wish.NONE));
    assertEquals(List.of("[2]"), rows(Books.zip(parts), sheet("лист 2")));
    assertEquals(List.of("SHEET_NOT_FOUND"), refused(Books.zip(parts), sheet("Chart")));
    parts.put(Books.BOOK, parts.get(Books.BOOK).replace("name='Лист 2'", "name='Лист 2' state='veryHidden'"));
    assertEquals(List.of("[1]"), rows(Books.zip(parts)));
    assertEquals(List.of("[2]"), rows(Books.zip(parts), sheet("Лист 2")));
  }

  @Test
  void aSheetThatBreaksOffGivesWhatStandsBeforeThat() throws IOException {
    var parts = Books.parts(Books.row("a") + Books.row("1") + "<row><c><v>2</v></c><c t='s'><v>7</v></c></row>" + Books.row("3"));
    assertEquals(List.of("[1]", "3:2 WORKBOOK_MALFORMED"), rows(Books.zip(parts)));
    var whole = parts.get(Books.SHEET);
    parts.put(Books.SHEET, whole.substring(0, whole.indexOf("<row><c><v>2")));
    assertEquals(List.of("[1]", "3:1 WORKBOOK_MALFORMED"), rows(Books.zip(parts)));
  }

  @Test
  void everyByteThatIsFlippedIsSeenOrDoesNotMatter() throws IOException {
    var book = Books.texts("id,name", "1,Анна", "2,Борис");
    var sound = List.of("[1][Анна]", "[2][Борис]");
    var random = new Random(7);
    for (var i = 0; i < 400; i++) {
      var bytes = book.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        var rows = rows(bytes);
        var told = rows.stream().anyMatch(row -> row.contains("FILE_CUT") || row.contains("WORKBOOK_"));
        assertTrue(told || rows.equals(sound), rows.toString());
      } catch (Trouble.BadInput refused) {
        // The first bytes say no more that it is an archive, or a part's name is not found.
      }
    }
  }

  @Test
  void noDamageOfAPartIsMoreThanAFinding() throws IOException {
    var parts = Books.parts(Books.row("a", "b") + "<row r='2'><c r='A2' s='1'><v>46348.5</v></c><c t='s'><f>A1</f><v>0</v></c></row>"
        + "<row><c t='inlineStr'><is><r><t>x&amp;y</t></r></is></c><c><v>1.5E3</v></c></row>");
    parts.put(Books.TEXTS, "<sst><si><t xml:space='preserve'> one </t></si></sst>");
    var names = new ArrayList<>(parts.keySet());
    var random = new Random(13);
    for (var i = 0; i < 3_000; i++) {
      var name = names.get(random.nextInt(names.size()));
      var text = new StringBuilder(parts.get(name));
      for (var n = random.nextInt(3); n >= 0; n--) {
        var at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, "<>&;'/=!?[]-x10 \0\uD800é".charAt(random.nextInt(19)));
          case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(20)));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
        }
      }
      var damaged = new LinkedHashMap<>(parts);
      damaged.put(name, text.toString());
      try {
        rows(Books.zip(damaged));
      } catch (Trouble.BadInput refused) {
        assertFalse(refused.findings().isEmpty());
      }
    }
  }

  @Test
  void whatALibraryReadsIsWhatWeRead() throws IOException {
    var random = new Random(11);
    var book = Books.written(b -> {
      var sheet = b.newWorksheet("S");
      for (var c = 0; c < 8; c++) sheet.value(0, c, "c" + c);
      for (var r = 1; r < 300; r++) {
        sheet.value(r, 0, "row " + r);
        for (var c = 1; c < 8; c++) {
          switch (random.nextInt(4)) {
            case 0 -> sheet.value(r, c, "т" + random.nextInt(50) + "\n<&>");
            case 1 -> sheet.value(r, c, random.nextInt(1_000_000));
            case 2 -> sheet.inlineString(r, c, " x " + random.nextInt());
            default -> {}
          }
        }
      }
    });
    var theirs = new ArrayList<String>();
    var file = Files.write(folder.resolve("g.xlsx"), book);
    try (var read = new ReadableWorkbook(file.toFile()); var rows = read.getFirstSheet().openStream()) {
      rows.skip(1).forEach(row -> {
        var text = new StringBuilder();
        for (var c = 0; c < 8; c++) {
          text.append('[').append(row.getOptionalCell(c).map(Cell::getText).orElse("")).append(']');
        }
        theirs.add(text.toString());
      });
    }
    assertEquals(theirs, rows(book));
  }
}
