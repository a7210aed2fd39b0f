package dev.kopilka.store;

import dev.kopilka.model.value.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Further connections to a server that read what a transaction sees which has just begun. */
final class Shared implements AutoCloseable {
  private static final String SNAPSHOT = "select pg_export_snapshot()";

  private final Dialect dialect;
  private final List<Connection> connections = new ArrayList<>();
  private final List<Unit> units = new ArrayList<>();

  private Shared(Unit own, Dialect dialect) {
    this.dialect = dialect;
    units.add(own);
  }

  /**
   * Begins them.
   *
   * @param door opens a connection
   * @param wanted units; whoever is let in only once reads by one
   */
  static Shared of(Unit own, Dialect dialect, Supplier<Connection> door, int wanted) {
    var shared = new Shared(own, dialect);
    if (wanted < 2 || !own.engine().orElseThrow().sharesSnapshots()) return shared;
    try {
      shared.begin(door, wanted);
      return shared;
    } catch (SQLException | Trouble.Storage alone) {
      // A server may let somebody in so many times and no more, and the first connection suffices.
      shared.close();
      return new Shared(own, dialect);
    } catch (RuntimeException e) {
      shared.close();
      throw e;
    }
  }

  private void begin(Supplier<Connection> door, int wanted) throws SQLException {
    var snapshot = snapshot();
    while (units.size() < wanted) {
      var connection = door.get();
      connections.add(connection);
      dialect.beginReading(connection);
      try (var statement = connection.createStatement()) {
        // The server itself has made the name: digits, letters and dashes.
        statement.execute("set transaction snapshot '" + snapshot + "'");
      }
      units.add(new Unit(connection, dialect, false));
    }
  }

  private String snapshot() {
    try (var row = units.getFirst().query(SNAPSHOT)) {
      row.next();
      return row.text(1);
    }
  }

  /** The first one is that of the transaction. */
  List<Unit> units() {
    return units;
  }

  @Override
  public void close() {
    for (var unit : units.subList(1, units.size())) unit.close();
    for (var connection : connections) {
      try {
        connection.close();
      } catch (SQLException uninteresting) {
        // It has only been read from.
      }
    }
  }
}
