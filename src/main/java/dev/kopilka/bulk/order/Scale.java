package dev.kopilka.bulk.order;

import dev.kopilka.store.Unit;

/**
 * How much is done at a time.
 *
 * @param worthSorting a file of fewer rows is booked before the sorting of it would have paid, or
 *     the help of another thread
 * @param batch rows a transaction at least where one thread does all
 * @param slice rows that are decided together where a helper writes them
 * @param stride rows a transaction at least in that case
 * @param wider slices of a server are so many times as large
 */
public record Scale(long worthSorting, int batch, int slice, long stride, int wider) {
  public static final Scale USUAL = new Scale(30_000, 5_000, 1_000, 100_000, 3);

  /** On a server a transaction has so many times fewer rows: they are kept for another attempt. */
  private static final int SHORTER = 2;

  /** The lock is held for some seconds then; whoever else wants to write waits so long. */
  private static final long MOST = 400_000;

  /** A purchase with all its rows takes about so many bytes. */
  private static final long ROW = 400;

  /** One transaction in so many times what the ledger holds. */
  private static final long SHARE = 8;

  /** One whose slices are the same everywhere. */
  public Scale(long worthSorting, int batch, int slice, long stride) {
    this(worthSorting, batch, slice, stride, 1);
  }

  /** Rows of a slice: a server is told and asked ten things about each, however small it is. */
  public int slice(Unit unit) {
    return unit.holdsRows() ? slice * wider : slice;
  }

  /**
   * Rows for the next transaction. The ids come in no order, so writing them touches every page of
   * their tree each time: the larger the ledger, the fewer times.
   */
  public long rows(Unit unit, boolean isHelped) {
    var least = !isHelped ? batch : unit.holdsRows() ? stride / SHORTER : stride;
    return Math.max(least, Math.min(MOST, unit.bytes() / ROW / SHARE));
  }
}
