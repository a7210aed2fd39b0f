package dev.kopilka.store.keys;

import java.util.Arrays;

/**
 * Ids that a transaction has taken, by place, until they are written all at once in the order of
 * their places. Plain arrays: a map of objects would be ten times as large.
 */
public final class FreshKeys {
  private static final int LEAST = 16;

  // Four numbers an id: place, member, number, fingerprint.
  private static final int WIDTH = 4;
  private long[] rows = new long[LEAST * WIDTH];
  private int[] slots = filled(LEAST * 2);
  private int size;

  private static int[] filled(int length) {
    var slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }

  public int size() {
    return size;
  }

  /** Which one stands at the place; -1 when none does. */
  public int at(long place) {
    for (var slot = slot(place); slots[slot] >= 0; slot = slot + 1 & slots.length - 1) {
      if (place(slots[slot]) == place) return slots[slot];
    }
    return -1;
  }

  /** Takes a place that is free. */
  public void add(long place, long member, long number, long fingerprint) {
    if ((size + 1) * WIDTH > rows.length) grow();
    var at = size * WIDTH;
    rows[at] = place;
    rows[at + 1] = member;
    rows[at + 2] = number;
    rows[at + 3] = fingerprint;
    enter(size++);
  }

  private void grow() {
    rows = Arrays.copyOf(rows, rows.length * 2);
    slots = filled(slots.length * 2);
    for (var index = 0; index < size; index++) enter(index);
  }

  private void enter(int index) {
    var slot = slot(place(index));
    while (slots[slot] >= 0) slot = slot + 1 & slots.length - 1;
    slots[slot] = index;
  }

  private int slot(long place) {
    return (int) ((place * 0x9e3779b97f4a7c15L) >>> 32) & slots.length - 1;
  }

  public long place(int index) {
    return rows[index * WIDTH];
  }

  public long member(int index) {
    return rows[index * WIDTH + 1];
  }

  public long number(int index) {
    return rows[index * WIDTH + 2];
  }

  public long fingerprint(int index) {
    return rows[index * WIDTH + 3];
  }

  /** A copy of those that were added last, without the first so many. */
  public FreshKeys without(int first) {
    var last = new FreshKeys();
    for (var index = first; index < size; index++) {
      last.add(place(index), member(index), number(index), fingerprint(index));
    }
    return last;
  }

  /** All places, in order. */
  public long[] places() {
    var places = new long[size];
    for (var index = 0; index < size; index++) places[index] = place(index);
    Arrays.sort(places);
    return places;
  }

  public void clear() {
    size = 0;
    // What a large transaction needed is not kept for the small ones after it.
    rows = new long[LEAST * WIDTH];
    slots = filled(LEAST * 2);
  }
}
