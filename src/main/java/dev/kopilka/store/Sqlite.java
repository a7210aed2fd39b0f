package dev.kopilka.store;

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
    try {
      var connection = JDBC.createConnection("jdbc:sqlite:" + location.file(), properties());
      prepare(connection, location);
      return connection;
    } catch (SQLException e) {
      throw location.trouble(e);
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
