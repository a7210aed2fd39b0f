package dev.kopilka.store.foreign;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;

/**
 * An SQLite file of somebody else, read as it lies there and left so. One with a log (WAL) is hard to
 * read so: SQLite makes the files of the log even for whoever only reads, leaves them behind, and
 * where it may not make them does not read at all.
 */
final class ForeignFile {
  private static final String READ_ONLY = "1";
  private static final String TO_WRITE = "2";

  /** Where the header says by a two that there is a log (SQLite's file format, 1.3). */
  private static final int VERSIONS = 18;

  private static final int WITH_LOG = 2;

  private final Path file;
  private final Way way;
  private final Optional<Stamp> before;

  /** How it can be read. */
  enum Way {
    /** As SQLite does it: there is no log, or whoever writes it has it open. */
    ORDINARY,
    /** There is a log which nobody has open: what SQLite makes for us goes with us. */
    TIDY,
    /** The same where nothing may be made: read as a file that never changes, which is seen to. */
    STILL
  }

  /** By what a file that was written to is known. */
  private record Stamp(FileTime modified, long bytes) {}

  private ForeignFile(Path file, Way way, Optional<Stamp> before) {
    this.file = file;
    this.way = way;
    this.before = before;
  }

  static ForeignFile of(Path file) {
    // Before the log is looked for: who opens the file from now on changes it if anything.
    var before = stamp(file);
    return new ForeignFile(file, way(file), before);
  }

  /** Read in a way of the caller's choice. */
  static ForeignFile of(Path file, Way way) {
    return new ForeignFile(file, way, stamp(file));
  }

  private static Way way(Path file) {
    if (!keepsLog(file) || Files.exists(log(file))) return Way.ORDINARY;
    var folder = file.toAbsolutePath().getParent();
    return Files.isWritable(file) && Files.isWritable(folder) ? Way.TIDY : Way.STILL;
  }

  private static Path log(Path file) {
    return Path.of(file + "-wal");
  }

  private static boolean keepsLog(Path file) {
    try (var stream = Files.newInputStream(file)) {
      var header = stream.readNBytes(VERSIONS + 2);
      return header.length == VERSIONS + 2 && header[VERSIONS + 1] == WITH_LOG;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      return Optional.of(new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  Connection open() throws SQLException {
    if (way != Way.STILL) return open("jdbc:sqlite:" + file, READ_ONLY);
    return open("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1", READ_ONLY);
  }

  private static Connection open(String url, String mode) throws SQLException {
    var properties = new Properties();
    properties.setProperty("open_mode", mode);
    return JDBC.createConnection(url, properties);
  }

  /** SQLite looks after a file that changes; where it was told that it does not, we do. */
  void assertUnchanged() {
    if (way != Way.STILL || before.equals(stamp(file))) return;
    var name = file.toString();
    throw new Trouble.BadInput(
        new Place(name, 0, 0), Problem.of("FILE_CHANGED").with("file", name));
  }

  /**
   * What SQLite says that is about the log, told so; empty for all else.
   *
   * @param e not of a statement that writes
   */
  Optional<Trouble> barred(SQLException e) {
    var isOfLog = e.getErrorCode() == SQLiteErrorCode.SQLITE_READONLY.code;
    var isClosed = e.getErrorCode() == SQLiteErrorCode.SQLITE_CANTOPEN.code;
    var isBarred = isOfLog || isClosed && Files.isReadable(file) && Files.exists(log(file));
    if (!isBarred) return Optional.empty();
    return Optional.of(new Location.InFile(file).trouble("QUERY_LOG"));
  }

  /** After the connection is closed: the last one who may write takes the files of the log away. */
  void leave() {
    if (way != Way.TIDY || !Files.exists(log(file))) return;
    try (var last = open("jdbc:sqlite:" + file, TO_WRITE);
        var statement = last.createStatement()) {
      statement.execute("select 1 from sqlite_master limit 1");
    } catch (SQLException othersHaveIt) {
      // Then it is theirs to take it away.
    }
  }
}
