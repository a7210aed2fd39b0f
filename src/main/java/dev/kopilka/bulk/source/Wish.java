package dev.kopilka.bulk.source;

import dev.kopilka.bulk.source.Dialect.Format;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the caller says about a file, as typed: {@code auto} leaves it to detection.
 *
 * @param format auto, csv, jsonl, xlsx
 * @param encoding auto or the name of an encoding
 * @param delimiter auto, comma, semicolon, tab, or one character
 * @param sheet the name of a sheet of a workbook, "" for the only one
 * @param decimal auto, point or comma: so the numbers of a workbook, which have no mark, are written
 */
public record Wish(
    String format, String encoding, String delimiter, String sheet, String decimal) {
  public static final String AUTO = "auto";
  public static final Wish NONE = new Wish(AUTO, AUTO, AUTO);

  /** What is said about a file of text. */
  public Wish(String format, String encoding, String delimiter) {
    this(format, encoding, delimiter, "", AUTO);
  }

  public Optional<Format> knownFormat() {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case AUTO -> Optional.empty();
      case "csv", "tsv" -> Optional.of(Format.CSV);
      case "jsonl", "ndjson" -> Optional.of(Format.JSONL);
      case "xlsx", "xlsm" -> Optional.of(Format.XLSX);
      default -> throw usage("FORMAT_UNKNOWN", format);
    };
  }

  Optional<Charset> knownCharset() {
    if (encoding.equalsIgnoreCase(AUTO)) return Optional.empty();
    try {
      return Optional.of(Charset.forName(encoding));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw usage("ENCODING_UNKNOWN", encoding);
    }
  }

  Optional<Character> knownDelimiter() {
    return switch (delimiter.toLowerCase(Locale.ROOT)) {
      case AUTO -> format.equalsIgnoreCase("tsv") ? Optional.of('\t') : Optional.empty();
      case "comma" -> Optional.of(',');
      case "semicolon" -> Optional.of(';');
      case "tab", "\\t" -> Optional.of('\t');
      case "pipe" -> Optional.of('|');
      default -> Optional.of(single());
    };
  }

  private char single() {
    if (delimiter.length() != 1 || "\"\r\n\0\uFEFF".contains(delimiter)) {
      throw usage("DELIMITER_UNFIT", delimiter);
    }
    return delimiter.charAt(0);
  }

  /** The options that were given and say something about text alone. */
  public List<String> optionsOfText() {
    var given = new ArrayList<String>();
    if (!encoding.equalsIgnoreCase(AUTO)) given.add("--encoding");
    if (!delimiter.equalsIgnoreCase(AUTO)) given.add("--delimiter");
    return given;
  }

  /** UTF-16 without a byte order says nothing about the order: the mark or the name must. */
  static boolean needsMark(Charset charset) {
    return charset.equals(StandardCharsets.UTF_16);
  }

  private static Trouble.Usage usage(String code, String found) {
    return new Trouble.Usage(Problem.of(code).with("found", found));
  }
}
