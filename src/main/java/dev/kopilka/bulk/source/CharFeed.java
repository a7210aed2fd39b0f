package dev.kopilka.bulk.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.zip.ZipException;

/**
 * Bytes to characters, strictly. Malformed bytes come as one U+FFFD in a portion of its own with
 * {@link #isDamaged} set, so that whoever counts lines and columns can say where they stand.
 */
public final class CharFeed implements AutoCloseable {
  private static final int BYTES = 64 << 10;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
  private final CharBuffer decoded = CharBuffer.allocate(BYTES);
  private CoderResult last = CoderResult.UNDERFLOW;
  private boolean ended;
  private boolean damaged;
  private boolean cut;

  /** The portion in hand is {@code chars[at..end)}; whoever reads moves {@code at}. */
  public final char[] chars = decoded.array();

  public int at;

  public int end;

  CharFeed(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Gets the next portion; false at the end. */
  public boolean fill() {
    at = 0;
    end = 0;
    damaged = false;
    while (end == 0) {
      if (last.isError()) return replaceOne();
      if (ended && !bytes.hasRemaining()) return false;
      decode();
    }
    return true;
  }

  private void decode() {
    if (!ended && last.isUnderflow()) load();
    decoded.clear();
    last = decoder.decode(bytes, decoded, ended);
    end = decoded.position();
  }

  private boolean replaceOne() {
    bytes.position(Math.min(bytes.limit(), bytes.position() + last.length()));
    last = CoderResult.UNDERFLOW;
    damaged = true;
    chars[0] = '\uFFFD';
    end = 1;
    return true;
  }

  private void load() {
    bytes.compact();
    try {
      var count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (count < 0) ended = true;
      else bytes.position(bytes.position() + count);
    } catch (EOFException | ZipException brokenArchive) {
      cut = true;
      ended = true;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    bytes.flip();
  }

  /** Whether the portion in hand stands for bytes that are no characters of this encoding. */
  public boolean isDamaged() {
    return damaged;
  }

  /** Whether the compressed file ended before its end, or its checksum is wrong. */
  public boolean isCut() {
    return cut;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException uninteresting) {
      // Everything that was needed has been read.
    }
  }
}
