package dev.kopilka.segment;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Member codes one after the other in one array: a quarter of what as many texts take. */
final class Codes extends AbstractList<String> {
  /** A code takes about so many bytes. */
  private static final int BYTES = 10;

  private byte[] texts;
  private int[] ends;
  private int size;

  /**
   * @param expected how many there will be, as far as anybody knows: growing costs time and memory
   */
  Codes(int expected) {
    this.texts = new byte[Math.multiplyExact(BYTES, expected)];
    this.ends = new int[expected];
  }

  /** Appends a code in UTF-8. */
  void append(byte[] code) {
    var begin = begin(size);
    var end = Math.addExact(begin, code.length);
    if (size == ends.length) ends = Arrays.copyOf(ends, size + size / 2 + 1);
    if (end > texts.length) texts = Arrays.copyOf(texts, Math.addExact(end, texts.length / 2));
    System.arraycopy(code, 0, texts, begin, code.length);
    ends[size++] = end;
  }

  private int begin(int place) {
    return place == 0 ? 0 : ends[place - 1];
  }

  /** Whether the codes at these places, in this order, are each at least the one before it. */
  boolean areAscending(int[] places) {
    for (var i = 1; i < places.length; i++) {
      if (compare(places[i - 1], places[i]) > 0) return false;
    }
    return true;
  }

  /** The codes at these places, in this order: another view of the same ones. */
  List<String> at(int[] places) {
    return new AbstractList<>() {
      @Override
      public String get(int i) {
        return Codes.this.get(places[i]);
      }

      @Override
      public int size() {
        return places.length;
      }
    };
  }

  /** Compares the codes at two places in Java's order of texts, without making them. */
  int compare(int place, int other) {
    var begin = begin(place);
    var otherBegin = begin(other);
    var length = ends[place] - begin;
    var otherLength = ends[other] - otherBegin;
    var at = Arrays.mismatch(texts, begin, ends[place], texts, otherBegin, ends[other]);
    if (at < 0 || at == Math.min(length, otherLength)) return Integer.compare(length, otherLength);
    return Integer.compare(rank(texts[begin + at]), rank(texts[otherBegin + at]));
  }

  /**
   * Bytes of UTF-8 stand in the order of the characters. Java's texts are compared by halves of
   * characters, by which those beyond U+FFFF (bytes from F0 on) stand before U+E000 (EE and EF).
   */
  private static int rank(byte one) {
    var rank = Byte.toUnsignedInt(one);
    return rank == 0xEE || rank == 0xEF ? rank + 0x10 : rank;
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
