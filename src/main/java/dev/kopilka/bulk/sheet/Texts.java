package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.parts.Broken;
import dev.kopilka.bulk.parts.Part;
import dev.kopilka.bulk.parts.Xml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that cells name by number, and which have to be at hand all the time: packed as UTF-8,
 * and bounded, since a workbook of a few kilobytes may promise any number of them.
 */
final class Texts {
  /** Bytes of all of them together. */
  private static final int LIMIT = 32 << 20;

  /** How many there may be. */
  private static final int MOST = 2 << 20;

  private static final int BLOCK_BITS = 20;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final List<byte[]> blocks = new ArrayList<>();
  private int[] spots = new int[256];
  private int[] lengths = new int[256];
  private int count;
  private int free;
  private long bytes;

  /** All texts of a part. */
  static Texts of(Part part) throws Broken {
    var texts = new Texts();
    try (var xml = new Xml(part)) {
      while (xml.next()) if (xml.starts("si")) texts.add(RichText.of(xml));
    }
    return texts;
  }

  /** For a workbook that has none. */
  static Texts none() {
    return new Texts();
  }

  private void add(String text) throws Broken {
    var packed = text.getBytes(StandardCharsets.UTF_8);
    if (blocks.isEmpty() || packed.length > blocks.getLast().length - free) open(packed.length);
    System.arraycopy(packed, 0, blocks.getLast(), free, packed.length);
    if (count == spots.length) {
      if (count >= MOST) throw tooMany();
      spots = Arrays.copyOf(spots, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    spots[count] = blocks.size() - 1 << BLOCK_BITS | free;
    lengths[count++] = packed.length;
    free += packed.length;
  }

  private void open(int least) throws Broken {
    var size = Math.max(BLOCK, least);
    bytes += size;
    if (bytes > LIMIT) throw tooMany();
    blocks.add(new byte[size]);
    free = 0;
  }

  private static Broken tooMany() {
    return Broken.tooManyTexts(LIMIT >> 20);
  }

  boolean has(int number) {
    return number >= 0 && number < count;
  }

  String get(int number) {
    var spot = spots[number];
    var block = blocks.get(spot >>> BLOCK_BITS);
    return new String(block, spot & BLOCK - 1, lengths[number], StandardCharsets.UTF_8);
  }
}
