package dev.kopilka.screen.paper.book;

import dev.kopilka.model.value.Invariant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Takes the hour of writing out of a workbook. The library puts it into {@code docProps/core.xml}
 * and cannot be told another, so that the same ledger would be other bytes a second later. The end
 * of the archive is held back, a few kilobytes without rows; there the moment and the two checksums
 * over it are replaced, and no byte moves.
 */
final class Undated extends OutputStream {
  private static final String PART = "docProps/core.xml";
  private static final String MOMENT = "2000-01-01T00:00:00.000Z";
  private static final int LOCAL_HEADER = 30;
  private static final int CENTRAL_HEADER = 46;
  private static final int CENTRAL_CHECKSUM = 16;

  private final OutputStream stream;
  private ByteArrayOutputStream held;

  Undated(OutputStream stream) {
    this.stream = stream;
  }

  /** From here on nothing is written before {@link #release}. */
  void hold() {
    held = new ByteArrayOutputStream();
  }

  /** Writes what was held back, without its date. It must have been stored uncompressed. */
  void release() throws IOException {
    var bytes = held.toByteArray();
    held = null;
    undate(bytes);
    stream.write(bytes);
  }

  @Override
  public void write(int b) throws IOException {
    if (held == null) stream.write(b);
    else held.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (held == null) stream.write(bytes, from, length);
    else held.write(bytes, from, length);
  }

  private static void undate(byte[] bytes) {
    // One character a byte, so that a position in the text is one among the bytes.
    var archive = new String(bytes, StandardCharsets.ISO_8859_1);
    var at = archive.indexOf(PART);
    while (!archive.startsWith("PK\3\4", at - LOCAL_HEADER)) at = archive.indexOf(PART, at + 1);
    var places = new int[bytes.length];
    var content = new StringBuilder();
    at += PART.length();
    for (var isLast = false; !isLast; ) {
      isLast = (bytes[at] & 1) == 1;
      var length = bytes[at + 1] & 0xff | (bytes[at + 2] & 0xff) << 8;
      at += 5;
      for (var i = 0; i < length; i++) {
        places[content.length()] = at;
        content.append(archive.charAt(at++));
      }
    }
    Invariant.holds(archive.startsWith("PK\7\b", at), "the workbook's part ends where it says");
    var written = content.indexOf(">", content.indexOf("<dcterms:created")) + 1;
    for (var i = 0; i < MOMENT.length(); i++) {
      content.setCharAt(written + i, MOMENT.charAt(i));
      bytes[places[written + i]] = (byte) MOMENT.charAt(i);
    }
    var checksum = new CRC32();
    checksum.update(content.toString().getBytes(StandardCharsets.ISO_8859_1));
    put(bytes, at + 4, checksum.getValue());
    put(bytes, archive.lastIndexOf(PART) - CENTRAL_HEADER + CENTRAL_CHECKSUM, checksum.getValue());
  }

  private static void put(byte[] bytes, int at, long checksum) {
    for (var i = 0; i < 4; i++) bytes[at + i] = (byte) (checksum >> 8 * i);
  }
}
