package dev.kopilka.bulk.order;

import dev.kopilka.bulk.group.TempFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts how many different numbers were added, in memory that does not grow. */
final class Distinct implements AutoCloseable {
  private static final int HELD = 1 << 20;
  private static final int PARTS = 64;
  private static final int PART_SHIFT = 58;
  private static final int BUFFER = 16 << 10;

  private final List<Path> files = new ArrayList<>();
  private final List<DataOutputStream> parts = new ArrayList<>();
  private long[] held = new long[1 << 10];
  private int size;

  void add(long number) {
    if (size == HELD) spill();
    if (size == held.length) held = Arrays.copyOf(held, size * 2);
    held[size++] = number;
  }

  /** Equal numbers go to the same part, so that each part can be counted by itself. */
  private void spill() {
    try {
      while (parts.size() < PARTS) {
        var file = TempFiles.create();
        files.add(file);
        var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        parts.add(new DataOutputStream(out));
      }
      for (var i = 0; i < size; i++) {
        parts.get((int) (held[i] >>> PART_SHIFT)).writeLong(held[i]);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    size = 0;
  }

  long count() {
    if (parts.isEmpty()) return count(held, size);
    spill();
    var count = 0L;
    try {
      for (var part : parts) part.close();
      for (var file : files) count += count(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return count;
  }

  private static long count(Path file) throws IOException {
    var numbers = new long[(int) (Files.size(file) / Long.BYTES)];
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      for (var i = 0; i < numbers.length; i++) numbers[i] = in.readLong();
    }
    return count(numbers, numbers.length);
  }

  private static long count(long[] numbers, int size) {
    Arrays.sort(numbers, 0, size);
    var count = 0L;
    for (var i = 0; i < size; i++) if (i == 0 || numbers[i] != numbers[i - 1]) count++;
    return count;
  }

  @Override
  public void close() {
    for (var part : parts) {
      try {
        part.close();
      } catch (IOException uninteresting) {
        // The file is deleted next.
      }
    }
    for (var file : files) TempFiles.delete(file);
  }
}
