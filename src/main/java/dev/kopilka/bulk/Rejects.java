package dev.kopilka.bulk;

import dev.kopilka.bulk.group.Item;
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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.function.Function;

/**
 * The file of rejected rows, in the form of the file that they came from: where, code, message, then
 * the row as it was. It can be mended and imported again. Made with the first rejected row, for its
 * owner alone, and never through a link that somebody else laid.
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
  private OutputStream out = OutputStream.nullOutputStream();
  private final Form form;
  private boolean open;

  Rejects(Path file, RowReader reader, Function<Problem, String> words) {
    this.file = file;
    this.reader = reader;
    this.words = words;
    this.form =
        reader.dialect().format() == Format.CSV
            ? new CsvRejects(reader)
            : new JsonRejects(reader);
  }

  /** The usual name of the rejects of a file. */
  static Path beside(String source, Format format) {
    var name = source.equals("-") ? "stdin" : source;
    return Path.of(name + (format == Format.CSV ? ".rejects.csv" : ".rejects.jsonl"));
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
      if (!open) open();
      var message = words.apply(problem);
      form.write(out, new Told(row, finding.place().column(), problem.code(), message));
    } catch (IOException full) {
      throw unwritable();
    }
  }

  private void open() throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) Files.delete(file);
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var channel = Files.newByteChannel(file, options, TempFiles.ownerOnly());
    out = new BufferedOutputStream(Channels.newOutputStream(channel));
    open = true;
    form.begin(out);
  }

  private Trouble.BadInput unwritable() {
    return new Trouble.BadInput(
        Problem.of("FILE_NOT_WRITABLE").with("file", file.toString()));
  }

  /** Hands what was written to the system: what is committed and what is rejected end together. */
  void flush() {
    try {
      out.flush();
    } catch (IOException full) {
      throw unwritable();
    }
  }

  /** The file's name, "" when no row was rejected. */
  String name() {
    return open ? file.toString() : "";
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
