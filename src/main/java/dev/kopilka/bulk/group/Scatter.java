package dev.kopilka.bulk.group;

import dev.kopilka.bulk.text.Row;
import dev.kopilka.bulk.text.RowReader;
import java.util.function.IntSupplier;

/**
 * Tells whether rows that share an id stand together, from hashes of ids in bounded memory. A wrong
 * "scattered" only costs the sort, so a collision or too many ids do no harm.
 */
public final class Scatter {
  private static final int SLOTS = 1 << 22;
  private static final int MOST = SLOTS / 2;

  private final long[] seen = new long[SLOTS];
  private int count;
  private long before;

  /** Reads the table until an id comes back or the table ends, and closes it. */
  public static boolean isIn(RowReader reader, IntSupplier idCell) {
    var scatter = new Scatter();
    try (reader) {
      while (reader.advance()) if (scatter.standsApart(reader.row(), idCell.getAsInt())) return true;
    }
    return false;
  }

  /**
   * Whether the next row has an id that another row had, with something in between.
   *
   * @param cell the id's cell, -1 where there is none
   */
  boolean standsApart(Row row, int cell) {
    if (cell < 0 || row.isEmpty(cell)) {
      before = 0;
      return false;
    }
    // Zero marks an empty slot.
    var hash = row.hash(cell) | 1;
    if (hash == before) return false;
    before = hash;
    return !add(hash);
  }

  /** False when it was there before, or when there is no room to tell. */
  private boolean add(long hash) {
    if (count == MOST) return false;
    var slot = (int) (hash >>> 32) & (SLOTS - 1);
    while (seen[slot] != 0) {
      if (seen[slot] == hash) return false;
      slot = (slot + 1) & (SLOTS - 1);
    }
    seen[slot] = hash;
    count++;
    return true;
  }
}
