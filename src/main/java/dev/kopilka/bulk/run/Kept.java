package dev.kopilka.bulk.run;

import dev.kopilka.bulk.group.TempFiles;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A file that can be read as often as it takes, and known again when it comes back: a pipe is kept
 * in a temporary file, because receipts and control totals need two passes, and a run that was
 * killed is continued by whoever brings the same bytes.
 */
public final class Kept implements AutoCloseable {
  private static final byte[] GZIP = {0x1F, (byte) 0x8B};
  private static final byte[] ZIP = {'P', 'K'};
  private static final int HEAD = 256 << 10;
  private static final int CHUNK = 1 << 20;

  /** So much room is left to others where the temporary files are: a pipe may have no end. */
  private static final long ROOM = 256L << 20;

  private final Source source;
  private final Source original;
  private final FileTime changed;
  private String digest;

  private Kept(Source source, Source original, String digest) {
    this.source = source;
    this.original = original;
    this.digest = digest;
    this.changed = changed(source.path());
  }

  /**
   * The source as a file.
   *
   * @param look reads the header of what came of a pipe so far; what it throws ends the reading,
   *     so that a pipe of something else is not read to its end, which it may not have
   */
  public static Kept of(Source source, Consumer<Source> look) {
    return of(source, look, ROOM);
  }

  /**
   * @param room bytes that must be left where temporary files are
   */
  static Kept of(Source source, Consumer<Source> look, long room) {
    if (!source.isPipe()) return new Kept(source, source, "");
    var file = TempFiles.create();
    try (var in = source.stream()) {
      var digest = keep(new Pipe(source, in, room), file, new Look(source, look));
      return new Kept(Source.file(source.name(), file), source, digest);
    } catch (IOException full) {
      TempFiles.delete(file);
      throw full(file, full);
    } catch (RuntimeException unfit) {
      TempFiles.delete(file);
      throw unfit;
    }
  }

  /** A first look at a part of a pipe, under the pipe's own name. */
  private record Look(Source source, Consumer<Source> look) {
    void at(Path file) {
      look.accept(Source.file(source.name(), file));
    }
  }

  /** A pipe; what cannot be read of it is told apart from what cannot be kept. */
  private record Pipe(Source source, InputStream in, long room) {
    byte[] head() {
      try {
        return in.readNBytes(HEAD);
      } catch (IOException unreadable) {
        throw unreadable();
      }
    }

    /** How many bytes the buffer was filled with; fewer than it holds at the end only. */
    int fill(byte[] buffer) {
      try {
        return in.readNBytes(buffer, 0, buffer.length);
      } catch (IOException unreadable) {
        throw unreadable();
      }
    }

    private Trouble.BadInput unreadable() {
      var name = source.shownName();
      return new Trouble.BadInput(
          new Place(name, 0, 0), Problem.of("FILE_NOT_READABLE").with("file", name));
    }
  }

  private static String keep(Pipe in, Path file, Look look) throws IOException {
    var sha = sha256();
    try (var out = Files.newOutputStream(file)) {
      var head = in.head();
      sha.update(head);
      out.write(head);
      // Of a packed file the part at hand cannot be told from one that was cut.
      if (head.length == HEAD && !isPacked(head)) look.at(file);
      copy(in, out, sha, file);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void copy(Pipe in, OutputStream out, MessageDigest sha, Path file)
      throws IOException {
    var buffer = new byte[CHUNK];
    for (var got = in.fill(buffer); got > 0; got = in.fill(buffer)) {
      if (Files.getFileStore(file).getUsableSpace() < in.room()) throw new IOException("no room left");
      sha.update(buffer, 0, got);
      out.write(buffer, 0, got);
    }
  }

  private static Trouble.Storage full(Path file, IOException cause) {
    var folder = String.valueOf(file.getParent());
    return new Trouble.Storage(Problem.of("TEMPORARY_FULL").with("folder", folder), cause);
  }

  private static boolean isPacked(byte[] head) {
    return head[0] == GZIP[0] && head[1] == GZIP[1] || head[0] == ZIP[0] && head[1] == ZIP[1];
  }

  private static String digest(Source source) {
    var sha = sha256();
    var buffer = new byte[CHUNK];
    try (var in = source.stream()) {
      for (var got = in.read(buffer); got >= 0; got = in.read(buffer)) sha.update(buffer, 0, got);
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  /** What to read; findings in it have the name that the caller used. */
  public Source source() {
    return source;
  }

  /** SHA-256 of the bytes as they lie in the file; reads all of them when first asked. */
  public String digest() {
    if (digest.isEmpty()) digest = digest(source);
    return digest;
  }

  /** Whether somebody has written to the file since it was first read. */
  public boolean hasChanged() {
    return !changed(source.path()).equals(changed);
  }

  @Override
  public void close() {
    if (source != original) TempFiles.delete(source.path());
  }
}
