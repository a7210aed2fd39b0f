package dev.kopilka.bulk.source;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where a table comes from: a file that can be opened again, or standard input ({@code -}), which
 * can be read once.
 *
 * @param name as the user wrote it; findings begin with it
 */
public record Source(String name, Path path, InputStream stdin) {
  public static final String STDIN = "-";
  public static final String QUERY = "query";

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final Path NO_PATH = Path.of("");

  public static Source of(String argument, InputStream stdin) {
    if (argument.equals(STDIN)) return new Source(STDIN, NO_PATH, stdin);
    return file(argument, Path.of(argument));
  }

  /** What a query answers; it is read once, and findings call it so. */
  public static Source query(InputStream rows) {
    return new Source(QUERY, NO_PATH, rows);
  }

  /** A file under another name, such as standard input that was kept in a temporary file. */
  public static Source file(String name, Path path) {
    return new Source(name, path, InputStream.nullInputStream());
  }

  public boolean isStdin() {
    return path.equals(NO_PATH);
  }

  /** Whether it can be read once only: standard input, a named pipe, a shell's {@code <(…)}. */
  public boolean isPipe() {
    return isStdin()
        || Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  /** Whether it is a file that begins as a zip archive does, and so as a workbook. */
  public boolean isZip() {
    if (isPipe()) return false;
    try (var in = open()) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    } catch (IOException unreadable) {
      throw trouble("FILE_NOT_READABLE");
    }
  }

  /** Its bytes, from the start. Throws {@link Trouble.BadInput} when there is no such file. */
  public InputStream stream() {
    return open();
  }

  /** Bytes of the file; 0 when that is not known beforehand. */
  public long size() {
    if (isStdin()) return 0;
    try {
      return Files.size(path);
    } catch (IOException unknown) {
      return 0;
    }
  }

  /** How a finding calls the source: what an editor can open, or the usual word for a pipe. */
  public String shownName() {
    return name.equals(STDIN) ? "<stdin>" : name;
  }

  Counting open() {
    if (isStdin()) return new Counting(stdin);
    if (Files.isDirectory(path)) throw trouble("FILE_IS_FOLDER");
    if (!Files.exists(path)) throw trouble("FILE_NOT_FOUND");
    try {
      return new Counting(Files.newInputStream(path));
    } catch (IOException unreadable) {
      throw trouble("FILE_NOT_READABLE");
    }
  }

  private Trouble.BadInput trouble(String code) {
    return new Trouble.BadInput(
        new Place(shownName(), 0, 0), Problem.of(code).with("file", shownName()));
  }

  /** Counts what was taken. */
  static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      var next = in.read();
      if (next >= 0) count++;
      return next;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      var got = in.read(into, at, length);
      if (got > 0) count += got;
      return got;
    }
  }
}
