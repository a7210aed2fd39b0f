package dev.kopilka.bulk.text;

import dev.kopilka.model.value.Problem;
import java.util.List;

/**
 * CSV as RFC 4180 has it, with LF, CR LF or CR ends. Written by hand where a library would do for
 * good files: of a bad one it has to say at which line and column it is bad, go on with the next
 * record, and never hold more than one bounded record (TRAPS 20). Commons CSV checks it in the
 * tests and writes what Kopilka writes.
 */
final class CsvRows implements RowReader {
  private static final int END = -1;

  private final CharFeed feed;
  private final Tables.Origin origin;
  private final char delimiter;
  private final Row row;
  private Row headerRow;
  private List<String> header;
  private long line = 1;
  private long column = 1;
  private long endLine;
  private long endColumn;
  private long number;
  private boolean lastLineOpen;
  private boolean cutTold;

  private CsvRows(CharFeed feed, Tables.Origin origin) {
    this.feed = feed;
    this.origin = origin;
    this.delimiter = origin.dialect().delimiter();
    this.row = new Row(origin.file(), 1024, 32);
    this.headerRow = row;
    this.header = List.of();
  }

  /** A reader whose header has been read and found fit. */
  static CsvRows open(CharFeed feed, Tables.Origin origin) {
    var rows = new CsvRows(feed, origin);
    rows.readHeader();
    return rows;
  }

  private void readHeader() {
    readRecord();
    headerRow = row.copy();
    header = Header.of(headerRow, origin.file());
    number = 0;
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Row headerRow() {
    return headerRow;
  }

  @Override
  public boolean advance() {
    if (!readRecord()) return false;
    if (row.size() < header.size()) {
      row.damaged(endLine, endColumn, ragged("ROW_TOO_SHORT"));
    } else if (row.size() > header.size()) {
      var extra = row.place(header.size());
      row.damaged(extra.line(), extra.column(), ragged("ROW_TOO_LONG"));
    }
    return true;
  }

  private Problem ragged(String code) {
    return Problem.of(code).with("found", (long) row.size()).with("expected", (long) header.size());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public boolean isLastLineOpen() {
    return lastLineOpen;
  }

  @Override
  public Dialect dialect() {
    return origin.dialect();
  }

  @Override
  public long bytesRead() {
    return origin.counted().count();
  }

  @Override
  public void close() {
    feed.close();
  }

  /** The next record that is not blank; false at the end. */
  private boolean readRecord() {
    while (peek() != END) {
      row.begin(number + 1, line);
      while (readCell()) {}
      endOfFile();
      if (row.isBlank() && row.damage().isEmpty()) continue;
      number++;
      return true;
    }
    if (!feed.isCut() || cutTold) return false;
    row.begin(++number, line);
    row.open(line, column);
    lastLineOpen = true;
    endOfFile();
    return true;
  }

  /** A compressed file that breaks off damages the record at which it does. */
  private void endOfFile() {
    if (!lastLineOpen || !feed.isCut() || cutTold) return;
    cutTold = true;
    row.damagedAfterAll(line, column, Problem.of("FILE_CUT").with("file", origin.file()));
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
        endLine = line;
        endColumn = column;
        lastLineOpen = next == END;
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
    return Problem.of("BYTES_MALFORMED").with("encoding", origin.dialect().charset().name());
  }

  /** From the opening quote to the closing one; what comes after it is the plain reader's. */
  private void readQuoted() {
    var openLine = line;
    var openColumn = column;
    skip();
    while (true) {
      var next = peek();
      if (next == END) {
        row.damagedAfterAll(openLine, openColumn, Problem.of("QUOTE_OPEN"));
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
    var place = row.place(row.size() - 1);
    row.damaged(place.line(), place.column(), Problem.of(code).with("limit", (long) limit));
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
