package dev.kopilka.store;

import dev.kopilka.store.server.Attempts;
import dev.kopilka.store.server.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * SQLite files: opened the way the ledger needs them, the settings read back.
 *
 * <p>Transactions are begun and ended by statements of our own. sqlite-jdbc's {@code
 * transaction_mode=IMMEDIATE} can throw from {@code commit()} after the data is durable, and a
 * deferred transaction that reads before it writes loses every race (TRAPS 1–3).
 */
final class Sqlite extends Dialect {
  static final Sqlite DIALECT = new Sqlite();

  /** What a large transaction keeps in memory of the trees that it cannot fill in order. */
  private static final int CACHE_KIB = 48 << 10;

  /** The log is copied into the file at this size: pages that change often are copied less often. */
  private static final int LOG_PAGES = 64 << 10;

  /** A pragma, what it is set to, and how SQLite tells it back. */
  private record Setting(String name, String value, String read) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("busy_timeout", "30000", "30000"),
          new Setting("journal_mode", "wal", "wal"),
          new Setting("synchronous", "full", "2"),
          new Setting("foreign_keys", "on", "1"),
          new Setting("trusted_schema", "off", "0"),
          new Setting("secure_delete", "on", "1"));

  private Sqlite() {}

  @Override
  Connection open(Location location, Login login) {
    return open((Location.InFile) location);
  }

  static Connection open(Location.InFile location) {
    unbar(location.file());
    try {
      var connection = JDBC.createConnection("jdbc:sqlite:" + location.file(), properties());
      prepare(connection, location);
      return connection;
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }

  /**
   * A log has the rights that the ledger had when it was made. Whoever read a ledger that could not
   * be written leaves one that bars the way when the ledger's own rights are mended; ours it is.
   */
  private static void unbar(Path ledger) {
    for (var ending : List.of("-wal", "-shm")) {
      var log = Path.of(ledger + ending);
      if (!Files.exists(log) || Files.isWritable(log) || !Files.isWritable(ledger)) continue;
      try {
        Files.setPosixFilePermissions(log, Files.getPosixFilePermissions(ledger));
      } catch (IOException | UnsupportedOperationException stays) {
        // The log is somebody else's: the first write will tell what may not be written.
      }
    }
  }

  /** A database of somebody else keeps its kind of log. */
  @Override
  Connection look(Location location, Login login) {
    try {
      return JDBC.createConnection("jdbc:sqlite:" + location, properties());
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }

  @Override
  String contents() {
    return "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite%'"
        + " order by name";
  }

  private static Properties properties() {
    var properties = new Properties();
    properties.setProperty("jdbc.get_generated_keys", "false");
    // To read and write, and to make; SQLite need not lock at each value, as the driver does already.
    properties.setProperty("open_mode", String.valueOf(0x2 | 0x4 | 0x8000));
    return properties;
  }

  /** A setting that silently did not take would be a promise broken: each is read back. */
  private static void prepare(Connection connection, Location location) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var setting : SETTINGS) {
        statement.execute("pragma " + setting.name + " = " + setting.value);
        try (var found = statement.executeQuery("pragma " + setting.name)) {
          if (!found.next() || !found.getString(1).equals(setting.read)) {
            throw location.trouble("DATABASE_SETTING", setting.name);
          }
        }
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  void beginWriting(Connection connection) throws SQLException {
    execute(connection, "begin immediate");
  }

  @Override
  void beginLarge(Connection connection) throws SQLException {
    beginWriting(connection);
  }

  @Override
  void beginBeside(Connection connection) throws SQLException {
    beginReading(connection);
    // Only the first statement that reads takes the snapshot.
    execute(connection, "select 1 from setting limit 1");
  }

  @Override
  boolean holdsRows() {
    return false;
  }

  @Override
  void beginReading(Connection connection) throws SQLException {
    execute(connection, "begin");
  }

  @Override
  void commit(Connection connection) throws SQLException {
    execute(connection, "commit");
  }

  @Override
  void rollBack(Connection connection) throws SQLException {
    execute(connection, "rollback");
  }

  @Override
  String words(String sql, Unit unit) {
    if (sql.indexOf('{') < 0) return sql;
    // Whoever writes has the whole database to themselves: rows need no holding.
    return sql.replace(NUMBERS, "json_each(?)")
        .replace(TEXTS, "json_each(?)")
        .replace(JOIN, "cross join")
        .replace(AMONG, "in (")
        .replace(AMONG_END, ")")
        .replace(SEPARATOR, "char(31)")
        .replace(HELD, "")
        .replace(MEMBERS_HELD, "");
  }

  @Override
  Query query(Connection connection, String sql, Unit unit) throws SQLException {
    return new Query(connection.prepareStatement(words(sql, unit)));
  }

  @Override
  void enlarge(Connection connection) throws SQLException {
    execute(connection, "pragma cache_size = -" + CACHE_KIB);
    execute(connection, "pragma wal_autocheckpoint = " + LOG_PAGES);
  }

  @Override
  long bytes(Unit unit) {
    return number(
        unit, "select page_count * page_size from pragma_page_count(), pragma_page_size()");
  }

  @Override
  OptionalLong foreignChanges(Unit unit) {
    return OptionalLong.of(number(unit, "pragma data_version"));
  }

  @Override
  long bytesOfMembers(Unit unit) {
    // Pages tell of no table; and whoever has many members has a large file.
    return bytes(unit);
  }

  @Override
  boolean mayRead(Unit unit, String table) {
    return true;
  }

  private static long number(Unit unit, String sql) {
    try (var row = unit.query(sql)) {
      row.next();
      return row.number(1);
    }
  }

  @Override
  boolean hasTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var tables =
            statement.executeQuery(
                "select count(*) from sqlite_master where type = 'table' and name in ('setting', 'event_key')")) {
      return tables.next() && tables.getInt(1) == 2;
    }
  }

  @Override
  Attempts attempts() {
    return Attempts.ONE;
  }
}
