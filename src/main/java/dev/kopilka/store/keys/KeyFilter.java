package dev.kopilka.store.keys;

import dev.kopilka.store.Unit;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * Tells of most keys that they are certainly new, without a look at the trees in which they would
 * stand: two bits a key in one array of bits, for the keys that were there and for those taken
 * since. An import asks for each of its keys, and nearly all of them are new.
 *
 * <p>It is good as long as nobody else writes to the ledger; from then on it knows nothing. On a server,
 * where somebody always may, it is good until a transaction is undone: a key that others took is refused
 * by its table, and the next attempt asks about each.
 */
public final class KeyFilter {
  /** So many bits a key leave one new key in seventy to be looked up. */
  private static final int BITS = 16;

  private static final long MOST_BITS = 1L << 29;

  /** Reading all that is there pays as long as it is not so many times as large as the file. */
  private static final int WORTH_READING = 4;

  private final long rows;
  private final Stock stock;
  private long[] bits = {};
  private State state = State.UNREAD;
  private OptionalLong version = OptionalLong.empty();

  private enum State {
    UNREAD,
    GOOD,
    USELESS
  }

  /** The keys that are there, as numbers that are as good as random. */
  public interface Stock {
    /** About how many there are. */
    long count(Unit unit);

    void each(Unit unit, LongConsumer reader);
  }

  /** A filter for a file that has so many keys. */
  public KeyFilter(long rows, Stock stock) {
    this.rows = rows;
    this.stock = stock;
  }

  /** At the beginning of a transaction: reads the stock once, and sees whether others wrote. */
  public void begin(Unit unit) {
    if (state == State.UNREAD) read(unit);
    else if (!unit.foreignChanges().equals(version)) state = State.USELESS;
    if (state == State.USELESS) bits = new long[0];
  }

  private void read(Unit unit) {
    version = unit.foreignChanges();
    var known = stock.count(unit);
    var needed = (known + rows) * BITS;
    if (version.isEmpty() || known > rows * WORTH_READING || needed > MOST_BITS) {
      state = State.USELESS;
      return;
    }
    bits = new long[(int) (Long.highestOneBit(Math.max(needed, 64) * 2 - 1) >>> 6)];
    state = State.GOOD;
    stock.each(unit.reader(), this::add);
  }

  public void add(long key) {
    if (state != State.GOOD) return;
    set(key);
    set(key >>> 31);
  }

  private void set(long hash) {
    var bit = hash & (long) bits.length * 64 - 1;
    bits[(int) (bit >>> 6)] |= 1L << bit;
  }

  /** Whether the key cannot be there. */
  public boolean isCertainlyFree(long key) {
    return state == State.GOOD && !(isSet(key) && isSet(key >>> 31));
  }

  private boolean isSet(long hash) {
    var bit = hash & (long) bits.length * 64 - 1;
    return (bits[(int) (bit >>> 6)] & 1L << bit) != 0;
  }
}
