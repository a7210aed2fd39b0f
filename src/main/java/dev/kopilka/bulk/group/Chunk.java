package dev.kopilka.bulk.group;

import dev.kopilka.bulk.group.RowSort.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Entries in one array of bytes, to be sorted: a million objects would take several times as much. */
final class Chunk {
  /** Two numbers and a length stand before a row. */
  static final int HEADER = 2 * Long.BYTES + Integer.BYTES;

  /** A small first number and a place among so many entries fit into one long. */
  private static final int PLACE_BITS = 24;

  private static final long SMALL = 1L << 63 - PLACE_BITS;

  private byte[] rows = new byte[1 << 12];
  private int used;
  private long[] majors = new long[64];
  private long[] minors = new long[64];
  private int[] starts = new int[65];
  private int[] order = {};
  private int size;
  private boolean isSmall = true;
  private boolean isInOrder = true;

  void add(Entry entry) {
    if (size == majors.length) {
      majors = Arrays.copyOf(majors, size * 2);
      minors = Arrays.copyOf(minors, size * 2);
      starts = Arrays.copyOf(starts, size * 2 + 1);
    }
    var row = entry.row();
    if (used + row.length > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(rows.length * 2, used + row.length));
    }
    System.arraycopy(row, 0, rows, used, row.length);
    used += row.length;
    majors[size] = entry.major();
    minors[size] = entry.minor();
    starts[++size] = used;
    isSmall &= entry.major() >= 0 && entry.major() < SMALL;
    isInOrder &= size == 1 || minors[size - 2] < entry.minor();
  }

  int size() {
    return size;
  }

  /** What it takes, for who wants to bound it. */
  int bytes() {
    return used + size * HEADER;
  }

  /** Sorts by both numbers; where entries came in the order of the second, equal firsts keep it. */
  void sort() {
    order = new int[size];
    if (isSmall && isInOrder && size < 1 << PLACE_BITS) {
      var keys = new long[size];
      for (var i = 0; i < size; i++) keys[i] = majors[i] << PLACE_BITS | i;
      Arrays.sort(keys);
      for (var i = 0; i < size; i++) order[i] = (int) keys[i] & (1 << PLACE_BITS) - 1;
      return;
    }
    var places = new Integer[size];
    for (var i = 0; i < size; i++) places[i] = i;
    Arrays.sort(places, this::compare);
    for (var i = 0; i < size; i++) order[i] = places[i];
  }

  private int compare(int one, int other) {
    var byMajor = Long.compare(majors[one], majors[other]);
    return byMajor != 0 ? byMajor : Long.compare(minors[one], minors[other]);
  }

  /** The entry at a place in the order; in the order of adding before it was sorted. */
  Entry entry(int place) {
    var at = order.length == 0 ? place : order[place];
    return new Entry(majors[at], minors[at], Arrays.copyOfRange(rows, starts[at], starts[at + 1]));
  }

  void writeTo(OutputStream out) throws IOException {
    var header = ByteBuffer.allocate(HEADER);
    for (var at : order) {
      var length = starts[at + 1] - starts[at];
      header.clear().putLong(majors[at]).putLong(minors[at]).putInt(length);
      out.write(header.array());
      out.write(rows, starts[at], length);
    }
  }

  void clear() {
    used = 0;
    size = 0;
    order = new int[0];
    isSmall = true;
    isInOrder = true;
  }

  /** Lets go of the memory too: nothing more will be added. */
  void release() {
    clear();
    rows = new byte[0];
    majors = new long[0];
    minors = new long[0];
    starts = new int[1];
  }
}
