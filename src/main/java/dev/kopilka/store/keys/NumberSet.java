package dev.kopilka.store.keys;

/** A set of numbers that are as good as random, in one plain array: sixteen to thirty bytes each. */
public final class NumberSet {
  private static final int LEAST = 1 << 6;

  private long[] slots = new long[LEAST];
  private int size;
  // Zero marks an empty slot.
  private boolean hasZero;

  public void add(long number) {
    if (number == 0) {
      hasZero = true;
      return;
    }
    if (size * 2 >= slots.length) grow();
    if (enter(number)) size++;
  }

  private boolean enter(long number) {
    var slot = slot(number);
    for (; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
      if (slots[slot] == number) return false;
    }
    slots[slot] = number;
    return true;
  }

  private void grow() {
    var before = slots;
    slots = new long[before.length * 2];
    for (var number : before) if (number != 0) enter(number);
  }

  private int slot(long number) {
    return (int) (number >>> 32) & slots.length - 1;
  }

  public boolean has(long number) {
    if (number == 0) return hasZero;
    for (var slot = slot(number); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
      if (slots[slot] == number) return true;
    }
    return false;
  }
}
