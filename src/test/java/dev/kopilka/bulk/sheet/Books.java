package dev.kopilka.bulk.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Workbooks for tests: sound ones by a library, strange ones part by part. */
public final class Books {
  public static final String SHEET = "xl/worksheets/sheet1.xml";
  public static final String TEXTS = "xl/sharedStrings.xml";
  public static final String BOOK = "xl/workbook.xml";

  private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private Books() {}

  /** What is written into a workbook by the library. */
  public interface Writing {
    void into(Workbook book) throws IOException;
  }

  public static byte[] written(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      writing.into(book);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A workbook of one sheet with these lines of texts, cells parted by commas. */
  public static byte[] texts(String... lines) {
    return written(
        book -> {
          var sheet = book.newWorksheet("Receipts");
          for (var row = 0; row < lines.length; row++) {
            var cells = lines[row].split(",", -1);
            for (var column = 0; column < cells.length; column++) sheet.value(row, column, cells[column]);
          }
        });
  }

  /** The parts of a workbook whose only sheet has these rows, as XML. */
  public static Map<String, String> parts(String rows) {
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("_rels/.rels", relations(relation("r", "officeDocument", "xl/workbook.xml")));
    parts.put(BOOK, book("<sheet name='A' sheetId='1' r:id='s1'/>"));
    parts.put("xl/_rels/workbook.xml.rels", relations(
        relation("s1", "worksheet", "worksheets/sheet1.xml"),
        relation("s2", "worksheet", "/xl/worksheets/sheet2.xml"),
        relation("x", "sharedStrings", "sharedStrings.xml"),
        relation("y", "styles", "styles.xml")));
    parts.put("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd\\.mm\\.yyyy\\ hh:mm'/></numFmts>"
        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></styleSheet>");
    parts.put(SHEET, sheet(rows));
    return parts;
  }

  public static String book(String sheets) {
    return "<workbook xmlns:r='" + RELATION + "'><sheets>" + sheets + "</sheets></workbook>";
  }

  public static String sheet(String rows) {
    return "<?xml version='1.0' encoding='UTF-8'?><worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }

  /** A row of texts, as XML. */
  public static String row(String... texts) {
    var row = new StringBuilder("<row>");
    for (var text : texts) row.append("<c t='inlineStr'><is><t>").append(text).append("</t></is></c>");
    return row.append("</row>").toString();
  }

  private static String relations(String... relations) {
    return "<Relationships>" + String.join("", relations) + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id='" + id + "' Type='" + RELATION + "/" + type + "' Target='" + target + "'/>";
  }

  public static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try {
      write(bytes, parts, List.of());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A part of which there is too much to hold. */
  public record Poured(String name, Pouring pouring) {}

  /** Writes bytes again and again. */
  public interface Pouring {
    void into(OutputStream out) throws IOException;
  }

  public static void write(OutputStream to, Map<String, String> parts, List<Poured> poured)
      throws IOException {
    try (var zip = new ZipOutputStream(to)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
      for (var part : poured) {
        zip.putNextEntry(new ZipEntry(part.name()));
        part.pouring().into(zip);
      }
    }
  }
}
