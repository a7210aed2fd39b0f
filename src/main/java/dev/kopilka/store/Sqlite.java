package dev.kopilka.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** Opens SQLite files the way the ledger needs them, and reads the settings back. */
final class Sqlite {
  private Sqlite() {}

  static Connection open(Location location) {
    try {
      var connection = JDBC.createConnection("jdbc:sqlite:" + location.file(), properties());
      prepare(connection);
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

  private static void prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 30000");
      statement.execute("pragma journal_mode = wal");
      statement.execute("pragma synchronous = full");
      statement.execute("pragma foreign_keys = on");
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma secure_delete = on");
    }
  }
}
