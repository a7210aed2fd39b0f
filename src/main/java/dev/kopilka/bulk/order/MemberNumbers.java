package dev.kopilka.bulk.order;

import dev.kopilka.store.Unit;
import dev.kopilka.store.person.IdentityRows;

/**
 * Numbers of members by their codes, for sorting alone: two codes may get the same one. Arrays of
 * hashes and numbers, a dozen bytes a member, because a map of texts would not fit.
 */
public final class MemberNumbers {
  /** With more members than this the order is that of the hashes. */
  private static final int MOST = 4_000_000;

  private long[] hashes = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int size;
  private boolean isTooMany;

  /**
   * The members by now.
   *
   * @param last who came after this one is as unknown as if they had not come: a run that is
   *     continued sorts as it did when it began
   */
  public static MemberNumbers load(Unit unit, long last) {
    var all = new MemberNumbers();
    if (last > MOST) {
      all.isTooMany = true;
      return all;
    }
    new IdentityRows(unit)
        .eachCode((code, number) -> {
          if (number <= last) all.add(hash(code), (int) number);
        });
    return all;
  }

  private void add(long hash, int number) {
    if (size * 2 > hashes.length) grow();
    enter(hash, number);
    size++;
  }

  private void grow() {
    var oldHashes = hashes;
    var oldNumbers = numbers;
    hashes = new long[oldHashes.length * 2];
    numbers = new int[hashes.length];
    for (var i = 0; i < oldHashes.length; i++) {
      if (oldNumbers[i] != 0) enter(oldHashes[i], oldNumbers[i]);
    }
  }

  private void enter(long hash, int number) {
    var slot = slot(hash);
    while (numbers[slot] != 0) slot = slot + 1 & hashes.length - 1;
    hashes[slot] = hash;
    numbers[slot] = number;
  }

  private int slot(long hash) {
    return (int) (hash >>> 32) & hashes.length - 1;
  }

  /** The member's number; 0 for nobody. */
  long of(String code) {
    var hash = hash(code);
    if (isTooMany) return hash;
    for (var slot = slot(hash); numbers[slot] != 0; slot = slot + 1 & hashes.length - 1) {
      if (hashes[slot] == hash) return numbers[slot];
    }
    return 0;
  }

  static long hash(String text) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
  }
}
