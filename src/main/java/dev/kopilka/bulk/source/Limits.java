package dev.kopilka.bulk.source;

/** How big things may get before they are damage and not data; what keeps memory bounded. */
public final class Limits {
  /** Characters of one cell. */
  public static final int CELL = 1 << 20;

  /** Characters of one record: all its cells together. */
  public static final int RECORD = 4 << 20;

  /** Columns of one table. */
  public static final int COLUMNS = 1_000;

  /** Bytes at the start of a file that detection looks at. */
  static final int SAMPLE = 256 << 10;

  private Limits() {}
}
