package dev.kopilka.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens SQLite files the way the ledger needs them, and reads the settings back. */
final class Sqlite {
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

  static Connection open(Location location) {
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

  private static Properties properties() {
    var properties = new Properties();
    properties.setProperty("jdbc.get_generated_keys", "false");
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
}
