package dev.kopilka.store.keys;

import dev.kopilka.store.Unit;
import java.util.OptionalLong;

/**
 * Tells of most ids that they are certainly new, without a look at the registry: two bits a place
 * in one array of bits, for the ids that were there and for those taken since. An import asks for
 * each of its ids, and nearly all of them are new.
 *
 * <p>It is good as long as nobody else writes to the ledger; from then on it knows nothing.
 */
public final class KeyFilter {
  /** So many bits an id leave one new id in seventy to be looked up. */
  private static final int BITS = 16;

  private static final long MOST_BITS = 1L << 29;

  /** Reading the whole registry pays as long as it is not so many times as large as the file. */
  private static final int WORTH_READING = 4;

  private static final String COUNT = "select coalesce(sum(events), 0) from account";
  private static final String PLACES = "select place from event_key";

  private final long rows;
  private long[] bits = {};
  private State state = State.UNREAD;
  private OptionalLong version = OptionalLong.empty();

  private enum State {
    UNREAD,
    GOOD,
    USELESS
  }

  /** A filter for a file of so many rows. */
  public KeyFilter(long rows) {
    this.rows = rows;
  }

  /** At the beginning of a transaction: reads the registry once, and sees whether others wrote. */
  public void begin(Unit unit) {
    if (state == State.UNREAD) read(unit);
    else if (!unit.foreignChanges().equals(version)) state = State.USELESS;
    if (state == State.USELESS) bits = new long[0];
  }

  private void read(Unit unit) {
    version = unit.foreignChanges();
    var known = number(unit, COUNT);
    var needed = (known + rows) * BITS;
    if (version.isEmpty() || known > rows * WORTH_READING || needed > MOST_BITS) {
      state = State.USELESS;
      return;
    }
    bits = new long[(int) (Long.highestOneBit(Math.max(needed, 64) * 2 - 1) >>> 6)];
    state = State.GOOD;
    try (var row = unit.reader().query(PLACES)) {
      while (row.next()) add(row.number(1));
    }
  }

  private static long number(Unit unit, String sql) {
    try (var row = unit.query(sql)) {
      row.next();
      return row.number(1);
    }
  }

  public void add(long place) {
    if (state != State.GOOD) return;
    set(place);
    set(place >>> 31);
  }

  private void set(long hash) {
    var bit = hash & (long) bits.length * 64 - 1;
    bits[(int) (bit >>> 6)] |= 1L << bit;
  }

  /** Whether nothing can stand at the place. */
  public boolean isCertainlyFree(long place) {
    return state == State.GOOD && !(isSet(place) && isSet(place >>> 31));
  }

  private boolean isSet(long hash) {
    var bit = hash & (long) bits.length * 64 - 1;
    return (bits[(int) (bit >>> 6)] & 1L << bit) != 0;
  }
}
