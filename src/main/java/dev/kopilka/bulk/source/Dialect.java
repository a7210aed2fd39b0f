package dev.kopilka.bulk.source;

import java.nio.charset.Charset;

/**
 * How a file was read: what the command says on stderr so that a wrong guess is seen.
 *
 * @param format csv or jsonl
 * @param delimiter of CSV; NUL in JSON Lines
 * @param marked whether a byte order mark told the encoding
 */
public record Dialect(
    Format format, Charset charset, boolean marked, boolean compressed, char delimiter) {

  /** The forms a table may have. */
  public enum Format {
    CSV,
    JSONL
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
