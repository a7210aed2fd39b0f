package dev.kopilka.pilot;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/** The codes on a list, kept as numbers: a million of them are eight megabytes. */
public final class Roll {
  private static final String PURPOSE = "list";
  private static final int FIRST = 1024;

  private final KeyedHash hash;
  private long[] numbers = new long[FIRST];
  private int size;
  private BitSet found = new BitSet();

  /**
   * @param salt the pilot's
   */
  public Roll(String salt) {
    hash = new KeyedHash(salt);
  }

  public void add(String code) {
    if (size == numbers.length) numbers = Arrays.copyOf(numbers, 2 * size);
    numbers[size++] = number(code);
  }

  /** Ends the list; who is on it twice is on it once. */
  public Roll closed() {
    numbers = Arrays.stream(numbers, 0, size).sorted().distinct().toArray();
    size = numbers.length;
    return this;
  }

  public int size() {
    return size;
  }

  /** Forgets who was found. */
  void begin() {
    found = new BitSet(size);
  }

  /** Whether the code is on the list; whoever was asked for has been found. */
  boolean has(String code) {
    var place = place(code);
    if (place >= 0) found.set(place);
    return place >= 0;
  }

  /** Whether all on the list have been found. */
  public boolean isFound() {
    return found.cardinality() == size;
  }

  /** Whether the code is on the list and has not been found. */
  public boolean misses(String code) {
    var place = place(code);
    return place >= 0 && !found.get(place);
  }

  private int place(String code) {
    return Arrays.binarySearch(numbers, 0, size, number(code));
  }

  /** The number that stands for a code. */
  public long number(String code) {
    return hash.number(PURPOSE, code);
  }

  /** The same for the same codes in whatever order. */
  String digest() {
    var bytes = ByteBuffer.allocate(Long.BYTES * size);
    for (var i = 0; i < size; i++) bytes.putLong(numbers[i]);
    return Digest.of(bytes.array());
  }
}
