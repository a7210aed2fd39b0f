package dev.kopilka.store.rows;

import dev.kopilka.model.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The usual case of {@link LineText}, a good deal faster than a library for all of JSON: texts in
 * which no character needs an escape, numbers of at most eighteen digits, no blanks. Anything else
 * it leaves to the library.
 */
final class PlainLines {
  private static final int DIGITS = 18;

  private final String text;
  private int at;
  private boolean isPlain = true;

  private PlainLines(String text) {
    this.text = text;
  }

  /** The text of the lines; empty when a character of theirs needs an escape. */
  static Optional<String> write(List<Line> lines) {
    var text = new StringBuilder(64).append('[');
    for (var line : lines) {
      if (!isPlain(line.category()) || !isPlain(line.sku()) || !isPlain(line.quantity())) {
        return Optional.empty();
      }
      text.append(text.length() == 1 ? "[\"" : ",[\"").append(line.category());
      text.append("\",\"").append(line.sku());
      text.append("\",\"").append(line.quantity());
      text.append("\",").append(line.amount()).append(']');
    }
    return Optional.of(text.append(']').toString());
  }

  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) if (!isPlain(text.charAt(i))) return false;
    return true;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  /** The lines of a text that {@link #write} could have written; empty for any other. */
  static Optional<List<Line>> read(String text) {
    var reader = new PlainLines(text);
    var lines = reader.lines();
    return reader.isPlain && reader.at == text.length() ? Optional.of(lines) : Optional.empty();
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>(1);
    take('[');
    do {
      take('[');
      var category = string();
      var sku = string();
      var quantity = string();
      lines.add(new Line(category, sku, quantity, number()));
      take(']');
    } while (isPlain && isNext(','));
    take(']');
    return lines;
  }

  private boolean isNext(char c) {
    if (at >= text.length() || text.charAt(at) != c) return false;
    at++;
    return true;
  }

  private void take(char c) {
    if (!isNext(c)) isPlain = false;
  }

  /** A text and the comma behind it. */
  private String string() {
    take('"');
    var from = at;
    while (at < text.length() && isPlain(text.charAt(at))) at++;
    var string = text.substring(Math.min(from, at), at);
    take('"');
    take(',');
    return string;
  }

  private long number() {
    var isNegative = isNext('-');
    var from = at;
    var number = 0L;
    while (at < text.length() && at - from <= DIGITS && isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    var digits = at - from;
    // Neither `-0` nor `07` is how a number is written.
    if (digits == 0 || digits > DIGITS || text.charAt(from) == '0' && (digits > 1 || isNegative)) {
      isPlain = false;
    }
    return isNegative ? -number : number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
