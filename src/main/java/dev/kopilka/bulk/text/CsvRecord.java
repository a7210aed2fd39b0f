package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.CharFeed;
import dev.kopilka.bulk.source.Limits;
import dev.kopilka.bulk.source.Opened;
import dev.kopilka.model.value.Problem;

/**
 * Cuts characters into the cells of one CSV record after the other, as RFC 4180 has it, with LF,
 * CR LF or CR ends. Written by hand where a library would do for good files: of a bad one it has to
 * say at which line and column it is bad, go on with the next record, and never hold more than one
 * bounded record (TRAPS 20). Commons CSV writes what Kopilka writes, and checks this in the tests.
 */
final class CsvRecord {
  private static final int END = -1;

  private final CharFeed feed;
  private final String encoding;
  private final char delimiter;
  private final Row row;
  private long line = 1;
  private long column = 1;
  private boolean endsOpen;

  CsvRecord(Opened opened, Row row) {
    this.feed = opened.feed();
    this.encoding = opened.dialect().charset().name();
    this.delimiter = opened.dialect().delimiter();
    this.row = row;
  }

  boolean isAtEnd() {
    return peek() == END;
  }

  /** Reads the record that starts here into the row. */
  void read(long number) {
    row.begin(number, line);
    while (readCell()) {}
  }

  /** Whether the record that was read ended with the file and not with a line end. */
  boolean endsOpen() {
    return endsOpen;
  }

  /** The line that the reading has come to, from 1. */
  long line() {
    return line;
  }

  /** Reads one cell and what ends it; false when that also ends the record. */
  private boolean readCell() {
    if (row.size() <= Limits.COLUMNS) row.open(line, column);
    if (peek() == '"') readQuoted();
    return readPlain();
  }

  /** Takes characters up to the delimiter or the end of the line, copying whole stretches. */
  private boolean readPlain() {
    while (true) {
      var from = feed.at;
      var to = from;
      while (to < feed.end && isOrdinary(feed.chars[to])) to++;
      if (to > from) take(from, to);
      var next = peek();
      if (next == delimiter) {
        skip();
        return true;
      }
      if (next == END || next == '\n' || next == '\r') {
        row.end(line, column);
        endsOpen = next == END;
        skipLineEnd(next);
        return false;
      }
      if (!isOrdinary((char) next)) takeSpecial((char) next);
    }
  }

  private boolean isOrdinary(char c) {
    return c != delimiter && c != '\n' && c != '\r' && c != '"' && c != '\0' && c != '\uFFFD';
  }

  private void take(int from, int to) {
    if (hasRoom(to - from)) row.append(feed.chars, from, to - from);
    for (var i = from; i < to; i++) {
      if (!Character.isLowSurrogate(feed.chars[i])) column++;
    }
    feed.at = to;
  }

  /** A quote, a NUL or a replacement character amid a cell. */
  private void takeSpecial(char c) {
    if (c == '"') row.damaged(line, column, Problem.of("QUOTE_IN_CELL"));
    else if (c == '\0') row.damaged(line, column, Problem.of("CHARACTER_NUL"));
    else if (feed.isDamaged()) row.damaged(line, column, malformed());
    keep(c);
    skip();
  }

  private Problem malformed() {
    return Problem.of("BYTES_MALFORMED").with("encoding", encoding);
  }

  /** From the opening quote to the closing one; what comes after it is the plain reader's. */
  private void readQuoted() {
    var openLine = line;
    var openColumn = column;
    skip();
    while (true) {
      var next = peek();
      if (next == END) {
        row.end(openLine, openColumn);
        row.damagedAfterAll(Problem.of("QUOTE_OPEN"));
        return;
      }
      if (next == '"') {
        skip();
        if (peek() != '"') break;
        keep('"');
        skip();
      } else {
        takeQuoted((char) next);
      }
    }
    var after = peek();
    if (after == END || after == delimiter || after == '\n' || after == '\r') return;
    row.damaged(line, column, Problem.of("QUOTE_CLOSED_EARLY"));
    row.quoteOpen();
    keep('"');
  }

  private void takeQuoted(char c) {
    if (c == '\n' || c == '\r') {
      keepLineEnd(c);
    } else if (c == '\0' || c == '\uFFFD') {
      takeSpecial(c);
    } else {
      var from = feed.at;
      var to = from;
      while (to < feed.end && isInsideQuotes(feed.chars[to])) to++;
      take(from, to);
    }
  }

  private static boolean isInsideQuotes(char c) {
    return c != '"' && c != '\n' && c != '\r' && c != '\0' && c != '\uFFFD';
  }

  private void keepLineEnd(char c) {
    keep(c);
    skip();
    if (c == '\r' && peek() == '\n') {
      keep('\n');
      skip();
    }
    line++;
    column = 1;
  }

  private void keep(char c) {
    if (hasRoom(1)) row.append(c);
  }

  /** Notes a cell or record that outgrows its bound; from then on its text is dropped. */
  private boolean hasRoom(int more) {
    if (row.size() > Limits.COLUMNS) return false;
    if (row.openLength() + more > Limits.CELL) {
      tooLong("CELL_TOO_LONG", Limits.CELL);
      return false;
    }
    if (row.length() + more > Limits.RECORD) {
      tooLong("RECORD_TOO_LONG", Limits.RECORD);
      return false;
    }
    return true;
  }

  private void tooLong(String code, int limit) {
    row.damagedAt(row.size() - 1, Problem.of(code).with("limit", (long) limit));
  }

  /** The next character, or {@link #END}. */
  private int peek() {
    if (feed.at == feed.end && !feed.fill()) return END;
    return feed.chars[feed.at];
  }

  private void skip() {
    feed.at++;
    column++;
  }

  private void skipLineEnd(int next) {
    if (next == END) return;
    skip();
    if (next == '\r' && peek() == '\n') skip();
    line++;
    column = 1;
  }
}
