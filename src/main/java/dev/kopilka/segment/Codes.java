package dev.kopilka.segment;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;

/** Member codes one after the other in one array: a quarter of what as many texts take. */
final class Codes extends AbstractList<String> {
  /** A code takes about so many bytes. */
  private static final int BYTES = 10;

  private byte[] texts;
  private int[] ends;
  private int size;
  private String last = "";
  private boolean isAscending = true;

  /**
   * @param expected how many there will be, as far as anybody knows: growing costs time and memory
   */
  Codes(int expected) {
    this.texts = new byte[Math.multiplyExact(BYTES, expected)];
    this.ends = new int[expected];
  }

  void append(String code) {
    isAscending = isAscending && last.compareTo(code) <= 0;
    last = code;
    var text = code.getBytes(StandardCharsets.UTF_8);
    var begin = begin(size);
    var end = Math.addExact(begin, text.length);
    if (size == ends.length) ends = Arrays.copyOf(ends, size + size / 2 + 1);
    if (end > texts.length) texts = Arrays.copyOf(texts, Math.addExact(end, texts.length / 2));
    System.arraycopy(text, 0, texts, begin, text.length);
    ends[size++] = end;
  }

  private int begin(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  /** Whether each appended code is at least the one before it, in Java's order of texts. */
  boolean areAscending() {
    return isAscending;
  }

  /** The codes at these places, in this order. */
  Codes at(int[] places) {
    var some = new Codes(places.length);
    for (var place : places) some.append(get(place));
    return some;
  }

  @Override
  public String get(int place) {
    var begin = begin(place);
    return new String(texts, begin, ends[place] - begin, StandardCharsets.UTF_8);
  }

  @Override
  public int size() {
    return size;
  }
}
