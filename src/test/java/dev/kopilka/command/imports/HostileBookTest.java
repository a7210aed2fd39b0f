package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.sheet.Books;
import dev.kopilka.bulk.sheet.Books.Poured;
import dev.kopilka.bulk.sheet.Books.Pouring;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that are made to use memory up or to have no end: bounded in both, and told where. */
@Timeout(180)
class HostileBookTest {
  private static final String START = "<worksheet><sheetData>" + Books.row("id", "member", "occurred_at", "amount");
  private static final String END = "</sheetData></worksheet>";
  private static final String FIRST = "<row><c t='str'><v>A</v></c><c><v>1</v></c><c t='str'><v>2026-11-01</v></c>";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  private static void repeat(OutputStream out, String text, long times) throws IOException {
    var many = text.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    for (var i = 0L; i < times / 10_000; i++) out.write(many);
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A workbook whose one part is poured. */
  private String pour(String part, Pouring pouring) throws IOException {
    var file = folder.resolve("f.xlsx");
    var parts = Books.parts(Books.row("id", "member", "occurred_at", "amount"));
    parts.remove(part);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      Books.write(out, parts, List.of(new Poured(part, pouring)));
    }
    return file.toString();
  }

  private String sheet(Pouring middle) throws IOException {
    return pour(Books.SHEET, out -> {
      say(out, START);
      middle.into(out);
      say(out, END);
    });
  }

  /** Ends with the finding, with 96 MB of memory, and nothing is written. */
  private void ends(String told, String file, String... more) throws Exception {
    var before = shop.size();
    var words = new ArrayList<>(List.of("accrue", "import", file, "--kind", "purchases", "--strict"));
    words.addAll(List.of(more));
    var child = Child.start(shop, "-Xmx96m", words.toArray(new String[0]));
    assertEquals(4, child.exit(), child.err());
    assertTrue(child.err().contains(told), child.err());
    assertFalse(child.err().contains("OutOfMemory") || child.err().contains("Exception"), child.err());
    assertEquals(before, shop.size());
  }

  @Test
  void aCellOfTwoHundredMegabytes() throws Exception {
    // So much of one letter unpacks suspiciously well; digits in turn do not.
    var file = sheet(out -> {
      say(out, FIRST + "<c t='str'><v>");
      repeat(out, "0123456789&amp;я", 12_000_000);
      say(out, "</v></c></row>");
    });
    ends("f.xlsx:2:4: error[", file);
  }

  @Test
  void aCellThatIsTooLongDoesNotHideTheRowsAfterIt() throws Exception {
    var file = sheet(out -> {
      say(out, FIRST + "<c t='str'><v>");
      repeat(out, "0123456789&amp;я", 2_000_000);
      say(out, "</v></c></row>" + FIRST.replace(">A<", ">B<") + "<c t='str'><v>x</v></c></row>");
    });
    ends("f.xlsx:2:4: error[CELL_TOO_LONG]", file);
    ends("f.xlsx:3:4: error[CELL_NOT_MONEY]", file);
  }

  @Test
  void aTagOfTwoHundredMegabytes() throws Exception {
    var file = sheet(out -> {
      say(out, "<row><c r='");
      repeat(out, "A", 60_000_000);
      say(out, "'/></row>");
    });
    ends("error[WORKBOOK_MALFORMED]", file);
  }

  @Test
  void millionsOfColumns() throws Exception {
    ends("f.xlsx:2:16385: error[WORKBOOK_MALFORMED]", sheet(out -> {
      say(out, "<row>");
      repeat(out, "<c><v>1</v></c>", 3_000_000);
      say(out, "</row>");
    }));
    ends("f.xlsx:2:5: error[ROW_TOO_LONG]", sheet(out -> {
      say(out, "<row>");
      repeat(out, "<c><v>1</v></c>", 10_000);
      say(out, "</row>");
    }));
  }

  @Test
  void aColumnBeyondAll() throws Exception {
    ends("error[WORKBOOK_MALFORMED]", sheet(out -> say(out, "<row><c r='FXSHRXX2'><v>1</v></c></row>")));
  }

  @Test
  void aBombOfBlankRows() throws Exception {
    ends("f.xlsx:", sheet(out -> repeat(out, "<row/>", 60_000_000)));
    ends("error[WORKBOOK_BOMB]", folder.resolve("f.xlsx").toString());
  }

  @Test
  void moreTextsThanCanBeHeld() throws Exception {
    ends("f.xlsx: error[WORKBOOK_TEXTS_TOO_MANY]", pour(Books.TEXTS, out -> {
      say(out, "<sst>");
      for (var i = 0; i < 1_200_000; i++) say(out, "<si><t>" + i * 7919L + " and a text of some length</t></si>");
      say(out, "</sst>");
    }));
    ends("f.xlsx: error[WORKBOOK_TEXTS_TOO_MANY]", pour(Books.TEXTS, out -> {
      say(out, "<sst>");
      repeat(out, "<si/>", 8_000_000);
      say(out, "</sst>");
    }));
  }

  @Test
  void namesWithoutEnd() throws Exception {
    ends("error[WORKBOOK_MALFORMED]", sheet(out -> {
      for (var i = 0; i < 2_000_000; i++) say(out, "<n" + i + "/>");
    }));
    ends("error[WORKBOOK_MALFORMED]", sheet(out -> {
      for (var i = 0; i < 2_000_000; i++) say(out, "<c a" + i + "=''/>");
    }));
    ends("error[WORKBOOK_MALFORMED]", sheet(out -> repeat(out, "<row>", 5_000_000)));
    ends("error[WORKBOOK_MALFORMED]", sheet(out -> repeat(out, "<?a?>", 5_000_000)));
  }

  @Test
  void entitiesOfEntities() throws Exception {
    ends("error[WORKBOOK_MALFORMED]", pour(Books.SHEET, out -> {
      say(out, "<!DOCTYPE w [<!ENTITY a '" + "x".repeat(1000) + "'>");
      for (var c = 'b'; c <= 'k'; c++) say(out, "<!ENTITY " + c + " '" + ("&" + (char) (c - 1) + ";").repeat(10) + "'>");
      say(out, "]>" + START + "<row><c t='str'><v>&k;</v></c></row>" + END);
    }));
  }

  @Test
  void aFileThatReadsAnother() throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "sesame");
    var file = pour(Books.SHEET, out -> say(out, "<!DOCTYPE w [<!ENTITY a SYSTEM '" + secret.toUri() + "'>]>"
        + "<worksheet><sheetData><row><c t='str'><v>&a;</v></c></row></sheetData></worksheet>"));
    ends("error[WORKBOOK_MALFORMED]", file);
    var child = Child.start(shop, "accrue", "import", file);
    child.exit();
    assertFalse(child.err().contains("sesame"), child.err());
  }

  @Test
  void anArchiveOfParts() throws Exception {
    var file = pour(Books.SHEET, out -> say(out, START + END));
    var bytes = Files.readAllBytes(Path.of(file));
    // The list of parts is said to be a gigabyte.
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 10, 1 << 30);
    Files.write(Path.of(file), bytes);
    ends("error[WORKBOOK_BOMB]", file);
  }

  @Test
  void aFileThatWasCut() throws Exception {
    var bytes = Books.texts("id,member,occurred_at,amount", "A,1,2026-11-01,10");
    for (var length : List.of(4, 30, bytes.length / 2, bytes.length - 1)) {
      ends("f.xlsx: error[FILE_CUT]", shop.file("f.xlsx", Arrays.copyOf(bytes, length)));
    }
  }
}
