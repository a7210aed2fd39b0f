package dev.kopilka.model.chain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Collects fields in the canonical form: each text with its length before it, so none can run over. */
final class ByteForm {
  private byte[] bytes = new byte[256];
  private int size;

  ByteForm reset() {
    size = 0;
    return this;
  }

  ByteForm tag(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteForm number(long value) {
    room(8);
    // Written out, the compiler makes one store of the eight.
    bytes[size] = (byte) (value >>> 56);
    bytes[size + 1] = (byte) (value >>> 48);
    bytes[size + 2] = (byte) (value >>> 40);
    bytes[size + 3] = (byte) (value >>> 32);
    bytes[size + 4] = (byte) (value >>> 24);
    bytes[size + 5] = (byte) (value >>> 16);
    bytes[size + 6] = (byte) (value >>> 8);
    bytes[size + 7] = (byte) value;
    size += 8;
    return this;
  }

  ByteForm day(LocalDate day) {
    return number(day.toEpochDay());
  }

  ByteForm text(String text) {
    if (isPut(text)) return this;
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    length(utf8.length);
    return raw(utf8);
  }

  /** Most texts are short and ASCII, of which each character is a byte. */
  private boolean isPut(String text) {
    var length = text.length();
    room(4 + length);
    for (var i = 0; i < length; i++) {
      var c = text.charAt(i);
      if (c > 0x7F) return false;
      bytes[size + 4 + i] = (byte) c;
    }
    length(length);
    size += length;
    return true;
  }

  private void length(int length) {
    room(4);
    for (var shift = 24; shift >= 0; shift -= 8) bytes[size++] = (byte) (length >>> shift);
  }

  ByteForm raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  private void room(int needed) {
    if (size + needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + needed));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }
}
