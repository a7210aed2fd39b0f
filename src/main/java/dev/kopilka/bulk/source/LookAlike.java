package dev.kopilka.bulk.source;

import dev.kopilka.model.value.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Files that people take for CSV and that are something else: spreadsheets under any name, pages
 * saved as {@code .xls}, archives, databases. Told by their first bytes, never by their name.
 */
final class LookAlike {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String LOCKED = "EncryptedPackage";
  private static final byte[] XZ = {(byte) 0xFD, '7', 'z', 'X', 'Z'};
  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};

  private LookAlike() {}

  /** What the first bytes of a file say against its being a table. */
  static Optional<Problem> of(byte[] head) {
    if (head.length == 0) return Optional.of(Problem.of("TABLE_EMPTY"));
    if (startsWith(head, ZIP)) return spreadsheet("XLSX");
    if (startsWith(head, OLE)) return ole(head);
    if (startsWith(head, XZ)) return binary("xz");
    if (startsWith(head, ZSTD)) return binary("zstd");
    if (startsWith(head, ascii("BZh"))) return binary("bzip2");
    if (startsWith(head, ascii("%PDF"))) return binary("PDF");
    if (startsWith(head, ascii("SQLite format 3"))) return binary("SQLite");
    if (startsWith(head, ascii("PAR1"))) return binary("Parquet");
    return Optional.empty();
  }

  /** What the first characters say; {@code start} without a byte order mark. */
  static Optional<Problem> of(String start) {
    var text = start.strip();
    if (text.isEmpty()) return Optional.of(Problem.of("TABLE_EMPTY"));
    if (text.charAt(0) == '[') return Optional.of(Problem.of("FILE_IS_JSON_ARRAY"));
    if (text.charAt(0) != '<') return Optional.empty();
    var tag = text.substring(0, Math.min(9, text.length())).toLowerCase(Locale.ROOT);
    if (tag.startsWith("<?xml")) return markup("XML");
    for (var opening : new String[] {"<html", "<!doctype", "<table", "<head", "<meta", "<body"}) {
      if (tag.startsWith(opening)) return markup("HTML");
    }
    return Optional.empty();
  }

  /** An old spreadsheet, or a new one with a password: both are kept in Microsoft's OLE container. */
  private static Optional<Problem> ole(byte[] head) {
    var names = new String(head, StandardCharsets.UTF_16LE);
    var shifted = new String(head, 1, head.length - 1, StandardCharsets.UTF_16LE);
    return names.contains(LOCKED) || shifted.contains(LOCKED)
        ? Optional.of(Problem.of("WORKBOOK_LOCKED"))
        : spreadsheet("XLS");
  }

  private static Optional<Problem> spreadsheet(String what) {
    return Optional.of(Problem.of("FILE_IS_SPREADSHEET").with("what", what));
  }

  private static Optional<Problem> binary(String what) {
    return Optional.of(Problem.of("FILE_IS_BINARY").with("what", what));
  }

  private static Optional<Problem> markup(String what) {
    return Optional.of(Problem.of("FILE_IS_MARKUP").with("what", what));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean startsWith(byte[] head, byte[] magic) {
    if (head.length < magic.length) return false;
    for (var i = 0; i < magic.length; i++) {
      if (head[i] != magic[i]) return false;
    }
    return true;
  }
}
