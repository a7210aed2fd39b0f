package dev.kopilka.store.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts with a number each, until they are written all at once in the order of their bytes. They lie
 * side by side in one array that is kept for the next ones: a large transaction would leave behind
 * hundreds of thousands of objects that the collector takes for old ones.
 */
public final class FreshTexts {
  private static final int LEAST = 16;

  private byte[] bytes = new byte[LEAST * LEAST];

  /** Where each ends, and the next one begins. */
  private int[] ends = new int[LEAST];

  private long[] numbers = new long[LEAST];
  private int size;

  /** Takes one of them. */
  public interface Taker {
    void take(String text, long number);
  }

  public int size() {
    return size;
  }

  public void add(String text, long number) {
    var more = text.getBytes(StandardCharsets.UTF_8);
    var from = start(size);
    if (from + more.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, from + more.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    System.arraycopy(more, 0, bytes, from, more.length);
    ends[size] = from + more.length;
    numbers[size++] = number;
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** Hands them over in the order of their bytes, and has none any more. */
  public void drain(Taker taker) {
    var order = new int[size];
    for (var i = 0; i < size; i++) order[i] = i;
    sort(order, 0, size, 0);
    for (var index : order) {
      var from = start(index);
      var text = new String(bytes, from, ends[index] - from, StandardCharsets.UTF_8);
      taker.take(text, numbers[index]);
    }
    size = 0;
  }

  /**
   * Orders those from one place up to another, which are the same up to the depth: by one byte, then
   * those alike by the next one (Bentley and Sedgewick 1997).
   */
  private void sort(int[] order, int from, int to, int depth) {
    if (to - from < 2) return;
    var pivot = at(order[from + to >>> 1], depth);
    var less = from;
    var more = to;
    for (var i = from; i < more; ) {
      var difference = at(order[i], depth) - pivot;
      if (difference < 0) swap(order, less++, i++);
      else if (difference > 0) swap(order, i, --more);
      else i++;
    }
    sort(order, from, less, depth);
    if (pivot >= 0) sort(order, less, more, depth + 1);
    sort(order, more, to, depth);
  }

  /** The byte at that depth, as a number from 0 on; -1 behind the end of the text. */
  private int at(int index, int depth) {
    var place = start(index) + depth;
    return place < ends[index] ? bytes[place] & 0xff : -1;
  }

  private static void swap(int[] order, int one, int other) {
    var kept = order[one];
    order[one] = order[other];
    order[other] = kept;
  }
}
