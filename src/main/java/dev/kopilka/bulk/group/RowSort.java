package dev.kopilka.bulk.group;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorts more rows than memory holds: sorted runs go to temporary files and are merged when read.
 * Rows are ordered by two numbers; equal ones do not occur, the second is the row's own.
 */
final class RowSort implements AutoCloseable {
  static final int CHUNK_BYTES = 32 << 20;
  private static final int BUFFER = 64 << 10;

  /** A packed row and what orders it. */
  record Entry(long major, long minor, byte[] row) {
    static final Comparator<Entry> ORDER =
        Comparator.comparingLong(Entry::major).thenComparingLong(Entry::minor);
  }

  private final int chunkBytes;
  private final Chunk chunk = new Chunk();
  private final List<Path> files = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final PriorityQueue<Run> heads =
      new PriorityQueue<>(Comparator.comparing(Run::head, Entry.ORDER));

  RowSort(int chunkBytes) {
    this.chunkBytes = chunkBytes;
  }

  void add(Entry entry) {
    chunk.add(entry);
    if (chunk.bytes() >= chunkBytes) spill();
  }

  private void spill() {
    chunk.sort();
    var file = TempFiles.create();
    files.add(file);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      chunk.writeTo(out);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    chunk.clear();
  }

  /** The same rows in the order in which they were added, which their second numbers tell. */
  RowSort byMinor() {
    if (files.isEmpty()) return this;
    sorted();
    var other = new RowSort(chunkBytes);
    try (this) {
      for (var entry = next(); entry.isPresent(); entry = next()) {
        var one = entry.get();
        other.add(new Entry(0, one.minor(), one.row()));
      }
    }
    other.sorted();
    return other;
  }

  /** Ends the adding; from here on {@link #next} reads in order. */
  void sorted() {
    if (files.isEmpty()) {
      chunk.sort();
      return;
    }
    if (chunk.size() > 0) spill();
    chunk.release();
    for (var file : files) {
      var run = new Run(file);
      runs.add(run);
      if (run.advance()) heads.add(run);
    }
  }

  private int taken;

  /** The next entry in order, or nothing at the end. */
  Optional<Entry> next() {
    if (files.isEmpty()) {
      return taken < chunk.size() ? Optional.of(chunk.entry(taken++)) : Optional.empty();
    }
    var first = heads.poll();
    if (first == null) return Optional.empty();
    var entry = first.head();
    if (first.advance()) heads.add(first);
    return Optional.of(entry);
  }

  @Override
  public void close() {
    for (var run : runs) run.close();
    for (var file : files) TempFiles.delete(file);
    chunk.release();
  }

  /** One sorted file and the entry that it has come to. */
  private static final class Run implements AutoCloseable {
    private final InputStream in;
    private final ByteBuffer header = ByteBuffer.allocate(Chunk.HEADER);
    private Entry head;

    Run(Path file) {
      try {
        in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    Entry head() {
      return head;
    }

    boolean advance() {
      try {
        // The end of a file is no surprise between two entries only.
        var got = in.readNBytes(header.array(), 0, Chunk.HEADER);
        if (got == 0) return false;
        if (got < Chunk.HEADER) throw new EOFException();
        header.clear();
        var major = header.getLong();
        var minor = header.getLong();
        head = new Entry(major, minor, in.readNBytes(header.getInt()));
        return true;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException uninteresting) {
        // The file is deleted next.
      }
    }
  }
}
