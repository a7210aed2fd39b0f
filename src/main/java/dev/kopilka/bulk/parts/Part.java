package dev.kopilka.bulk.parts;

import dev.kopilka.bulk.source.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The bytes of one part on their way to the parser of XML, which holds a whole text or tag in
 * memory: a text that is too long is cut here, a tag that is too long ends the reading, and so does
 * what unpacks without end. The checksum, which the library does not look at, is compared.
 */
public final class Part extends InputStream {
  /** Bytes of a text that are let through: more than a cell may have characters. */
  private static final int RUN = 4 * Limits.CELL;

  /** Bytes that an entity such as {@code &amp;} may add, so that it is not cut in two. */
  private static final int ENTITY = 16;

  /** A sheet of like rows shrinks to a fiftieth; past this nothing unpacks that somebody filled in. */
  private static final int RATIO = 200;

  private static final long ALWAYS_LET_THROUGH = 64L << 20;

  private final InputStream in;
  private final String name;
  private final long packed;
  private final long whole;
  private final long checksum;
  private final CRC32 sum = new CRC32();
  private long taken;
  private boolean inTag;
  private boolean inEntity;
  private boolean dropping;
  private int run;

  Part(InputStream in, ZipEntry entry) {
    this.in = in;
    this.name = entry.getName();
    this.packed = entry.getCompressedSize();
    this.whole = entry.getSize();
    this.checksum = entry.getCrc();
  }

  String name() {
    return name;
  }

  /** About how many packed bytes were taken so far. */
  long packedTaken() {
    return whole <= 0 ? taken : Math.min(packed, (long) ((double) taken / whole * packed));
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    while (true) {
      var got = take(into, at, length);
      if (got < 0) return end();
      taken += got;
      if (taken > Math.max(ALWAYS_LET_THROUGH, RATIO * packed)) throw Broken.bomb(name);
      sum.update(into, at, got);
      var kept = keep(into, at, got);
      if (kept > 0) return kept;
    }
  }

  private int take(byte[] into, int at, int length) throws IOException {
    try {
      return in.read(into, at, length);
    } catch (EOFException | ZipException damaged) {
      throw Broken.cut();
    }
  }

  private int end() throws Broken {
    if (checksum >= 0 && sum.getValue() != checksum) throw Broken.cut();
    return -1;
  }

  /** Moves what is let through together, and answers how much that is. */
  private int keep(byte[] bytes, int at, int count) throws Broken {
    var to = at;
    for (var i = at; i < at + count; i++) {
      var b = bytes[i];
      // UTF-16 would pass by all of this; a workbook is UTF-8, where no byte is zero.
      if (b == 0) throw Broken.malformed(name);
      if (inTag ? isInTag(b) : isInText(b)) bytes[to++] = b;
    }
    return to - at;
  }

  private boolean isInTag(byte b) throws Broken {
    if (b == '>') {
      inTag = false;
      inEntity = false;
      dropping = false;
      run = 0;
    } else if (++run > RUN) {
      throw Broken.malformed(name);
    }
    return true;
  }

  private boolean isInText(byte b) throws Broken {
    if (b == '<') {
      inTag = true;
      run = 0;
      return true;
    }
    if (dropping) return false;
    if (++run > RUN) {
      // Neither a character of several bytes nor an entity is cut in two.
      if (run > RUN + ENTITY) throw Broken.malformed(name);
      dropping = !inEntity && (b & 0xC0) != 0x80;
      if (dropping) return false;
    }
    if (b == '&') inEntity = true;
    else if (b == ';') inEntity = false;
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
