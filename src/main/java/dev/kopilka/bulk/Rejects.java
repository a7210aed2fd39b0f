package dev.kopilka.bulk;

import dev.kopilka.bulk.group.Item;
import dev.kopilka.bulk.group.LineSort;
import dev.kopilka.bulk.group.TempFiles;
import dev.kopilka.bulk.source.Dialect.Format;
import dev.kopilka.bulk.text.Row;
import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.model.value.Trouble.Finding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;

/**
 * The file of rejected rows, in the form of the file that they came from (CSV for a workbook):
 * where, code, message, then the row as it was. It can be mended and imported again. Made with the
 * first rejected row, for its owner alone, and never through a link that somebody else laid.
 */
final class Rejects implements AutoCloseable {
  /** How one rejected row is written. */
  interface Form {
    void begin(OutputStream out) throws IOException;

    void write(OutputStream out, Told told) throws IOException;
  }

  /** A rejected row and why. */
  record Told(Row row, long column, String code, String message) {}

  private final Path file;
  private final RowReader reader;
  private final Function<Problem, String> words;
  private final Form form;
  private OutputStream out = OutputStream.nullOutputStream();
  private Optional<FileChannel> channel = Optional.empty();
  private long bytes;
  private long lost = -1;

  Rejects(Path file, RowReader reader, Function<Problem, String> words) {
    this.file = file;
    this.reader = reader;
    this.words = words;
    this.form =
        reader.dialect().format() == Format.JSONL
            ? new JsonRejects(reader)
            : new CsvRejects(reader);
  }

  /** The usual name of the rejects of a file. */
  static Path beside(String source, Format format) {
    var name = source.equals("-") ? "stdin" : source;
    return Path.of(name + (format == Format.JSONL ? ".rejects.jsonl" : ".rejects.csv"));
  }

  /** Writes all rows of an item; those that are not to blame say which one is. */
  void add(Item item, Verdict.Rejected rejected) {
    var blamed = rejected.finding();
    for (var i = 0; i < item.rows().size(); i++) {
      var row = item.rows().get(i);
      var finding = i == rejected.row() ? blamed : besides(row, blamed);
      add(row, finding);
    }
  }

  private static Finding besides(Row row, Finding blamed) {
    if (row.damage().isPresent()) return row.damage().get();
    return new Finding(
        row.place(0),
        Problem.of("RECEIPT_REJECTED")
            .with("line", blamed.place().line())
            .with("code", blamed.problem().code()));
  }

  private void add(Row row, Finding finding) {
    var problem = finding.problem();
    try {
      if (channel.isEmpty()) create();
      var message = words.apply(problem);
      form.write(out, new Told(row, finding.place().column(), problem.code(), message));
    } catch (IOException full) {
      throw unwritable();
    }
  }

  private void create() throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) Files.delete(file);
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    writeTo(FileChannel.open(file, options, TempFiles.ownerOnly()));
    form.begin(out);
  }

  private void writeTo(FileChannel opened) {
    channel = Optional.of(opened);
    out = new BufferedOutputStream(Channels.newOutputStream(opened));
  }

  /**
   * Goes back or on to where the file is as long as its committed rows make it; what lies beyond
   * was written for a batch that was not committed. A file that is gone begins anew.
   */
  void goTo(long committed) {
    try {
      if (channel.isEmpty() && committed > 0 && committed != lost) openAgain(committed);
      if (channel.isEmpty()) return;
      var end = committed == lost ? 0 : committed;
      if (end == 0) {
        // It is made again with the next row, header and all.
        channel.get().close();
        channel = Optional.empty();
      } else {
        writeTo(channel.get().truncate(end).position(end));
      }
      bytes = end;
    } catch (IOException gone) {
      throw unwritable();
    }
  }

  private void openAgain(long committed) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) < committed) {
      lost = committed;
    } else {
      writeTo(FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }
  }

  private Trouble.BadInput unwritable() {
    return new Trouble.BadInput(
        Problem.of("FILE_NOT_WRITABLE").with("file", file.toString()));
  }

  /** Hands what was written to the disk: it must be there before its batch is committed. */
  void flush() {
    if (channel.isEmpty()) return;
    try {
      out.flush();
      if (channel.get().position() == bytes) return;
      channel.get().force(false);
      bytes = channel.get().position();
    } catch (IOException full) {
      throw unwritable();
    }
  }

  /** How long the file is, as far as it was flushed. */
  long bytes() {
    return bytes;
  }

  /** Whether rows that were rejected before the run was continued are no longer in the file. */
  boolean isPartial() {
    return lost >= 0;
  }

  /** Brings rows that were rejected in another order into that of the file's lines. */
  void sort() {
    if (channel.isEmpty()) return;
    flush();
    try {
      channel.get().close();
      LineSort.sort(file, reader.dialect().format() != Format.JSONL);
      writeTo(FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
      channel.get().position(bytes);
    } catch (IOException gone) {
      throw unwritable();
    }
  }

  /** Takes the file away that was made for an attempt of which nothing stays. */
  void discard() {
    if (channel.isEmpty()) return;
    try {
      channel.get().close();
      Files.deleteIfExists(file);
    } catch (IOException gone) {
      throw unwritable();
    }
  }

  /** The file's name, "" when no row was rejected. */
  String name() {
    return channel.isPresent() ? file.toString() : "";
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException full) {
      throw unwritable();
    }
  }
}
