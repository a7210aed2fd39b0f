package dev.kopilka.bulk.group;

import dev.kopilka.bulk.group.RowSort.Entry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;

/**
 * Puts the records of a file of rejects in the order of the line numbers with which they begin. The
 * file is replaced at once and has the same length before and after, whoever looks.
 */
public final class LineSort {
  private static final int BUFFER = 64 << 10;

  private final InputStream in;
  private final boolean isCsv;
  private final ByteArrayOutputStream record = new ByteArrayOutputStream();

  private LineSort(InputStream in, boolean isCsv) {
    this.in = in;
    this.isCsv = isCsv;
  }

  /** Sorts the file; the first record of a CSV file is its header and stays where it is. */
  public static void sort(Path file, boolean isCsv) throws IOException {
    var other = file.resolveSibling(file.getFileName() + ".sorting");
    Files.deleteIfExists(other);
    try (var sort = new RowSort(RowSort.CHUNK_BYTES)) {
      byte[] header;
      try (var in = new BufferedInputStream(open(file), BUFFER)) {
        var records = new LineSort(in, isCsv);
        header = isCsv ? records.next() : new byte[0];
        var count = 0L;
        for (var one = records.next(); one.length > 0; one = records.next()) {
          sort.add(new Entry(line(one), count++, one));
        }
      }
      sort.sorted();
      write(other, header, sort);
    }
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static void write(Path file, byte[] header, RowSort sort) throws IOException {
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, TempFiles.ownerOnly())) {
      var out = new BufferedOutputStream(Channels.newOutputStream(channel));
      out.write(header);
      for (var entry = sort.next(); entry.isPresent(); entry = sort.next()) {
        out.write(entry.get().row());
      }
      out.flush();
      channel.force(false);
    }
  }

  /** The next record with its line end; empty at the end. Between quotes a line end is text. */
  private byte[] next() throws IOException {
    record.reset();
    var isQuoted = false;
    for (var b = in.read(); b >= 0; b = in.read()) {
      record.write(b);
      if (isCsv && b == '"') isQuoted = !isQuoted;
      if (b == '\n' && !isQuoted) break;
    }
    return record.toByteArray();
  }

  /** The first number of the record; 0 where there is none among its first characters. */
  private static long line(byte[] record) {
    var at = 0;
    while (at < record.length && at < 16 && !isDigit(record[at])) at++;
    var line = 0L;
    for (; at < record.length && isDigit(record[at]) && line < 1L << 56; at++) {
      line = line * 10 + record[at] - '0';
    }
    return line;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
