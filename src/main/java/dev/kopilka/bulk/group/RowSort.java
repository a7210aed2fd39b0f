package dev.kopilka.bulk.group;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final int ENTRY_OVERHEAD = 64;
  private static final int BUFFER = 64 << 10;

  /** A packed row and what orders it. */
  record Entry(long major, long minor, byte[] row) {
    static final Comparator<Entry> ORDER =
        Comparator.comparingLong(Entry::major).thenComparingLong(Entry::minor);
  }

  private final int chunkBytes;
  private final List<Entry> chunk = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final PriorityQueue<Run> heads =
      new PriorityQueue<>(Comparator.comparing(Run::head, Entry.ORDER));
  private int held;

  RowSort(int chunkBytes) {
    this.chunkBytes = chunkBytes;
  }

  void add(Entry entry) {
    chunk.add(entry);
    held += entry.row().length + ENTRY_OVERHEAD;
    if (held >= chunkBytes) spill();
  }

  private void spill() {
    chunk.sort(Entry.ORDER);
    var file = TempFiles.create();
    files.add(file);
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (var entry : chunk) {
        out.writeLong(entry.major());
        out.writeLong(entry.minor());
        out.writeInt(entry.row().length);
        out.write(entry.row());
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    chunk.clear();
    held = 0;
  }

  /** The order in which they were added, which their second numbers tell. */
  RowSort byMinor() {
    if (files.isEmpty()) {
      chunk.sort(Comparator.comparingLong(Entry::minor));
      return this;
    }
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
    if (files.isEmpty()) chunk.sort(Entry.ORDER);
    else if (!chunk.isEmpty()) spill();
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
      return taken < chunk.size() ? Optional.of(chunk.get(taken++)) : Optional.empty();
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
    chunk.clear();
  }

  /** One sorted file and the entry that it has come to. */
  private static final class Run implements AutoCloseable {
    private final DataInputStream in;
    private Entry head;

    Run(Path file) {
      try {
        in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    Entry head() {
      return head;
    }

    boolean advance() {
      try {
        // Asking for a byte first: the end of a file is no surprise between two entries only.
        in.mark(1);
        if (in.read() < 0) return false;
        in.reset();
        var major = in.readLong();
        var minor = in.readLong();
        head = new Entry(major, minor, in.readNBytes(in.readInt()));
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
