package dev.kopilka.bulk.text;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.Finding;
import java.util.Arrays;
import java.util.Optional;

/**
 * One record of a table: its cells in one character buffer, and where each of them stands in the
 * file. A reader hands out the same row again and again; who keeps one keeps a {@link #copy}.
 */
public final class Row {
  private static final int COLUMN_BITS = 24;
  private static final long COLUMN_MASK = (1L << COLUMN_BITS) - 1;

  private final String file;
  private char[] text;
  private int used;
  private int[] ends;
  private long[] spots;
  private int size;
  private long number;
  private long line;
  private long endLine;
  private long endColumn;
  private String raw = "";
  private Optional<Finding> damage = Optional.empty();

  Row(String file, int characters, int cells) {
    this.file = file;
    this.text = new char[characters];
    this.ends = new int[cells];
    this.spots = new long[cells];
  }

  /** The record's number in the file, from 1; the header and blank lines are not counted. */
  public long number() {
    return number;
  }

  /** The physical line on which the record starts, from 1. */
  public long line() {
    return line;
  }

  /** How many cells there are, also in a ragged row. */
  public int size() {
    return size;
  }

  /** What is in a cell; empty where the row is too short to have it. */
  public String text(int cell) {
    if (cell >= size) return "";
    var from = start(cell);
    return new String(text, from, ends[cell] - from);
  }

  /** Characters in a cell. */
  int length(int cell) {
    return ends[cell] - start(cell);
  }

  /** Whether a cell is ASCII; if so, its characters stand in the bytes, from the place on. */
  boolean isAscii(int cell, byte[] bytes, int at) {
    var from = start(cell);
    for (var i = from; i < ends[cell]; i++) {
      if (text[i] > 0x7F) return false;
      bytes[at + i - from] = (byte) text[i];
    }
    return true;
  }

  public boolean isEmpty(int cell) {
    return cell >= size || ends[cell] == start(cell);
  }

  /** Whether no cell holds anything, as in the rows of bare delimiters that Excel appends. */
  boolean isBlank() {
    return used == 0;
  }

  /** Where a cell starts; the row's own start where the row is too short to have it. */
  public Place place(int cell) {
    if (cell >= size) return new Place(file, line, 1);
    return new Place(file, spots[cell] >>> COLUMN_BITS, spots[cell] & COLUMN_MASK);
  }

  /** What is wrong with the row as text; such a row is never booked. */
  public Optional<Finding> damage() {
    return damage;
  }

  /** The whole record as it stands in the file, where it was too damaged to have cells; else "". */
  public String raw() {
    return raw;
  }

  /** A 64-bit hash of a cell's characters, the same in every run. */
  public long hash(int cell) {
    var hash = 0xcbf29ce484222325L;
    if (cell < size) {
      for (var i = start(cell); i < ends[cell]; i++) hash = (hash ^ text[i]) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }

  /** Whether a cell holds the same characters as a cell of another row. */
  public boolean sameText(int cell, Row other, int otherCell) {
    if (cell >= size || otherCell >= other.size) return cell >= size && otherCell >= other.size;
    return Arrays.equals(
        text,
        start(cell),
        ends[cell],
        other.text,
        other.start(otherCell),
        other.ends[otherCell]);
  }

  /** A row of its own, as small as its content. */
  public Row copy() {
    var twin = new Row(file, 0, 0);
    twin.text = Arrays.copyOf(text, used);
    twin.used = used;
    twin.ends = Arrays.copyOf(ends, size);
    twin.spots = Arrays.copyOf(spots, size);
    twin.size = size;
    twin.number = number;
    twin.line = line;
    twin.endLine = endLine;
    twin.endColumn = endColumn;
    twin.raw = raw;
    twin.damage = damage;
    return twin;
  }

  /** Forgets the cells and starts record {@code number} at a physical line. */
  void begin(long number, long line) {
    this.number = number;
    this.line = line;
    used = 0;
    size = 0;
    raw = "";
    damage = Optional.empty();
  }

  /** Notes where the record ends. */
  void end(long line, long column) {
    endLine = line;
    endColumn = column;
  }

  /** Opens the next cell, which starts at this line and column. */
  void open(long line, long column) {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, Math.max(16, size * 2));
      spots = Arrays.copyOf(spots, Math.max(16, size * 2));
    }
    spots[size] = line << COLUMN_BITS | Math.min(column, COLUMN_MASK);
    ends[size] = used;
    size++;
  }

  void append(char[] from, int at, int length) {
    room(length);
    System.arraycopy(from, at, text, used, length);
    used += length;
    ends[size - 1] = used;
  }

  private void room(int length) {
    if (used + length <= text.length) return;
    text = Arrays.copyOf(text, Math.max(256, Math.max(text.length * 2, used + length)));
  }

  void append(char c) {
    room(1);
    text[used++] = c;
    ends[size - 1] = used;
  }

  void keepRaw(String record) {
    raw = record;
  }

  /** Appends the bytes if they are ASCII; false, and nothing is appended, if they are not. */
  boolean appendAscii(byte[] bytes, int from, int length) {
    room(length);
    for (var i = 0; i < length; i++) {
      if (bytes[from + i] < 0) return false;
      text[used + i] = (char) bytes[from + i];
    }
    used += length;
    ends[size - 1] = used;
    return true;
  }

  void append(String more) {
    append(more.toCharArray(), 0, more.length());
  }

  /** Puts the opening quote back before the open cell, as it was in a file that misquotes. */
  void quoteOpen() {
    append('"');
    var from = start(size - 1);
    System.arraycopy(text, from, text, from + 1, used - from - 1);
    text[from] = '"';
  }

  /** Characters in the cell that is open. */
  int openLength() {
    return ends[size - 1] - start(size - 1);
  }

  /** Characters in all cells. */
  int length() {
    return used;
  }

  /** Notes the first thing that is wrong; what follows from it would only confuse. */
  void damaged(long line, long column, Problem problem) {
    if (damage.isEmpty()) {
      damage = Optional.of(new Finding(new Place(file, line, column), problem));
    }
  }

  void damagedAt(int cell, Problem problem) {
    var place = place(cell);
    damaged(place.line(), place.column(), problem);
  }

  void damagedAtEnd(Problem problem) {
    damaged(endLine, endColumn, problem);
  }

  /** As {@link #damagedAtEnd}, for the cause that explains what was noted before. */
  void damagedAfterAll(Problem problem) {
    damage = Optional.empty();
    damagedAtEnd(problem);
  }

  private int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }
}
