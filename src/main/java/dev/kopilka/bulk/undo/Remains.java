package dev.kopilka.bulk.undo;

import dev.kopilka.bulk.group.TempFiles;
import dev.kopilka.model.Event;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;

/**
 * The file that tells row by row what could not be undone, or not in full. Lines wait until their
 * batch is committed: only what is so is told. Made with the first line, for its owner alone.
 */
final class Remains implements AutoCloseable {
  private static final List<String> HEADER = List.of("member", "id", "code", "message");

  private final Path file;
  private final Function<Problem, String> words;
  private final List<List<String>> waiting = new ArrayList<>();
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean open;

  Remains(Path file, Function<Problem, String> words) {
    this.file = file;
    this.words = words;
  }

  /** Forgets the lines of a batch that is to be tried again. */
  void again() {
    waiting.clear();
  }

  void add(String member, Event event, Problem problem) {
    waiting.add(List.of(member, event.key().id(), problem.code(), words.apply(problem)));
  }

  /** Writes the lines of a batch that is committed. */
  void write() {
    try {
      if (!waiting.isEmpty() && !open) open();
      for (var line : waiting) record(line);
      waiting.clear();
      out.flush();
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
    record(HEADER);
  }

  private void record(List<String> cells) throws IOException {
    var line = CSVFormat.RFC4180.format(cells.toArray()) + "\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  /** The file's name, "" when nothing remained. */
  String name() {
    return open ? file.toString() : "";
  }

  private Trouble.BadInput unwritable() {
    return new Trouble.BadInput(
        Problem.of("FILE_NOT_WRITABLE").with("file", file.toString()));
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
