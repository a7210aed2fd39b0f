package dev.kopilka.bulk.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file was read: what the command says on stderr so that a wrong guess is seen.
 *
 * @param format csv, jsonl or xlsx
 * @param delimiter of CSV, and of the rejects of a workbook; NUL in JSON Lines
 * @param marked whether a byte order mark told the encoding
 * @param sheet the name of the sheet of a workbook; "" elsewhere
 */
public record Dialect(
    Format format,
    Charset charset,
    boolean marked,
    boolean compressed,
    char delimiter,
    String sheet) {

  /** The forms a table may have. */
  public enum Format {
    CSV,
    JSONL,
    XLSX
  }

  /** A sheet of a workbook. What is rejected of it becomes CSV that a spreadsheet opens as UTF-8. */
  public static Dialect sheet(String name) {
    return new Dialect(Format.XLSX, StandardCharsets.UTF_8, true, true, ',', name);
  }

  /** Whether columns may turn up after the first row, as they do where each row names its own. */
  public boolean isOpenEnded() {
    return format == Format.JSONL;
  }

  /** The delimiter by the name that {@code --delimiter} takes. */
  public String delimiterName() {
    return switch (delimiter) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      default -> String.valueOf(delimiter);
    };
  }
}
