package dev.kopilka.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One transaction on one connection; keeps its prepared statements until it ends. */
public final class Unit implements AutoCloseable {
  private final Connection connection;
  private final Map<String, Query> queries = new HashMap<>();

  Unit(Connection connection) {
    this.connection = connection;
  }

  /** The statement for this text, prepared once a unit. At most one walk over it at a time. */
  public Query query(String sql) {
    var query = queries.get(sql);
    if (query == null) {
      try {
        query = new Query(connection.prepareStatement(sql));
      } catch (SQLException e) {
        throw SqlTrouble.of(e);
      }
      queries.put(sql, query);
    }
    return query;
  }

  /** Sends the statement's batch; one that was never used is not even prepared for that. */
  public void flush(String sql) {
    var query = queries.get(sql);
    if (query != null) query.flush();
  }

  /** Runs one statement that has no parameters. */
  public void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** The connection beneath, for Jdbi and for bulk: inside {@code store} only. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      for (var query : queries.values()) query.discard();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
    queries.clear();
  }
}
