package dev.kopilka.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Several connections that read the same snapshot. SQLite hands a snapshot to one connection only;
 * these are the same because nobody committed between the first and the last: the version of the
 * data that a connection sees moves on with every commit of others.
 */
final class Together implements AutoCloseable {
  /** How often it is tried; who writes without a pause is read by one connection alone. */
  private static final int TRIES = 5;

  private static final String VERSION = "pragma data_version";

  private final Location.InFile location;
  private final Connection own;
  private final List<Connection> others = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();

  private Together(Location.InFile location, Connection own) {
    this.location = location;
    this.own = own;
    units.add(new Unit(own, Sqlite.DIALECT, false));
  }

  static Together of(Location.InFile location, Connection own, int wanted) {
    var together = new Together(location, own);
    try {
      together.begin(wanted);
      return together;
    } catch (SQLException e) {
      together.close();
      throw location.trouble(e);
    } catch (RuntimeException e) {
      together.close();
      throw e;
    }
  }

  private void begin(int wanted) throws SQLException {
    while (others.size() < wanted - 1) others.add(Sqlite.open(location));
    for (var i = 0; i < TRIES && wanted > 1; i++) {
      var before = version();
      for (var other : others) beginAt(other);
      execute(own, "begin");
      if (version() == before) {
        for (var other : others) units.add(new Unit(other, Sqlite.DIALECT, false));
        return;
      }
      execute(own, "rollback");
      for (var other : others) execute(other, "rollback");
    }
    execute(own, "begin");
  }

  private static void beginAt(Connection connection) throws SQLException {
    execute(connection, "begin");
    // Only the first statement that reads takes the snapshot.
    execute(connection, "select 1 from setting limit 1");
  }

  private long version() throws SQLException {
    try (var statement = own.createStatement();
        var row = statement.executeQuery(VERSION)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first one is the ledger's own connection. */
  List<Unit> units() {
    return units;
  }

  @Override
  public void close() {
    for (var unit : units) unit.close();
    try {
      execute(own, "rollback");
    } catch (SQLException neverBegun) {
      // Or ended by an error of its own: nothing was written that could stay.
    }
    for (var other : others) {
      try {
        other.close();
      } catch (SQLException uninteresting) {
        // It has only been read from.
      }
    }
  }
}
