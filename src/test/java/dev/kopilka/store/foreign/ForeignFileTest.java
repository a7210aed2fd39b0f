package dev.kopilka.store.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Location;
import dev.kopilka.store.foreign.ForeignFile.Way;
import dev.kopilka.store.server.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of others that keep a log: read, and left as they were. */
class ForeignFileTest {
  private static final String QUERY = "select i from t order by i";

  @TempDir Path temporary;
  private Path folder;
  private Path file;

  @BeforeEach
  void make() throws IOException, SQLException {
    // What has a meaning in a URI has none in the name of a folder.
    folder = Files.createDirectory(temporary.resolve("касса %20 #1&2"));
    file = folder.resolve("s.db");
    write("pragma journal_mode = wal", "create table t (i int)", "insert into t values (1), (2)");
    assertEquals(List.of("s.db"), names());
  }

  private void write(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var sql : statements) statement.execute(sql);
    }
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  private ForeignQuery query(Way way, String sql) {
    var foreign = Optional.of(ForeignFile.of(file, way));
    return ForeignQuery.of(new Location.InFile(file), foreign, sql, Login.NONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"TIDY", "STILL"})
  void isReadAndLeftAlone(Way way) throws Exception {
    var before = Files.getLastModifiedTime(file);
    try (var query = query(way, QUERY)) {
      assertEquals(Optional.of(List.of("1")), query.next());
      assertEquals(Optional.of(List.of("2")), query.next());
      assertEquals(Optional.empty(), query.next());
    }
    assertEquals(List.of("s.db"), names());
    assertEquals(before, Files.getLastModifiedTime(file));
  }

  @ParameterizedTest
  @CsvSource({
    "TIDY, delete from t returning i, QUERY_WRITES",
    "STILL, delete from t returning i, QUERY_WRITES",
    "TIDY, select nothing, QUERY_FAILED",
    "STILL, select nothing, QUERY_FAILED"
  })
  void isLeftAloneByWhatIsRefused(Way way, String sql, String code) throws Exception {
    var trouble = assertThrows(Trouble.BadInput.class, () -> query(way, sql));
    assertEquals(code, trouble.problem().code());
    assertEquals(List.of("s.db"), names());
  }

  /** Half of one state and half of another would be a file that there never was. */
  @Test
  void whatChangesWhileItIsTakenForStillIsNotTaken() throws Exception {
    try (var query = query(Way.STILL, QUERY)) {
      query.next();
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      query.next();
      var trouble = assertThrows(Trouble.BadInput.class, query::next);
      assertEquals("FILE_CHANGED", trouble.problem().code());
    }
  }

  /** Who else has it open keeps the log, and what stands in it is read. */
  @Test
  void theLogOfOthersStays() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("insert into t values (0)");
      try (var query = ForeignQuery.of(file.toString(), QUERY, Login.NONE)) {
        assertEquals(Optional.of(List.of("0")), query.next());
      }
      assertEquals(List.of("s.db", "s.db-shm", "s.db-wal"), names());
      statement.execute("insert into t values (3)");
    }
    assertEquals(List.of("s.db"), names());
  }
}
