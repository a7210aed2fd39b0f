package dev.kopilka.store.server;

import dev.kopilka.store.Query;
import dev.kopilka.store.SqlTrouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement to a server. Its values are kept until it is known how it goes there. */
public class ServerQuery extends Query {
  /** From so many rows on they go in a way of their own. */
  static final int MANY = 40;

  /** So many rows are kept until they are sent. */
  private static final int MOST = 5_000;

  final String sql;
  final Outbox outbox;
  private final Connection connection;
  private Optional<PreparedStatement> alone = Optional.empty();
  final List<List<Object>> rows = new ArrayList<>();
  private List<Object> values = new ArrayList<>();

  public ServerQuery(Connection connection, String sql, Outbox outbox) {
    super(null);
    this.connection = connection;
    this.sql = sql;
    this.outbox = outbox;
  }

  private Query keep(int place, Object value) {
    // An answer that is at hand is one to this very question, or to none any more.
    if (place > values.size()) {
      values.add(value);
      close();
    } else if (!value.equals(values.get(place - 1))) {
      values.set(place - 1, value);
      close();
    }
    return this;
  }

  @Override
  public Query set(int place, long value) {
    return keep(place, value);
  }

  @Override
  public Query set(int place, String value) {
    return keep(place, value);
  }

  @Override
  public Query set(int place, byte[] value) {
    return keep(place, value);
  }

  /** Made when the statement goes alone: most go with others and never need it. */
  @Override
  protected PreparedStatement statement() throws SQLException {
    if (alone.isEmpty()) alone = Optional.of(connection.prepareStatement(sql));
    return alone.get();
  }

  @Override
  protected void discard() throws SQLException {
    if (alone.isPresent()) alone.get().close();
  }

  public Outbox.Said said() {
    return new Outbox.Said(sql, List.copyOf(values));
  }

  private void bind(List<Object> row) {
    try {
      for (var i = 0; i < row.size(); i++) Outbox.bind(statement(), i + 1, row.get(i));
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  @Override
  protected ResultSet executed() throws SQLException {
    outbox.send();
    bind(values);
    return super.executed();
  }

  @Override
  public int run() {
    outbox.send();
    bind(values);
    return super.run();
  }

  @Override
  public void add() {
    rows.add(taken());
    if (rows.size() >= MOST) flush();
  }

  /** The values of the row that is complete; the next one begins. */
  final List<Object> taken() {
    var row = values;
    values = new ArrayList<>(row.size());
    return row;
  }

  @Override
  public void flush() {
    if (rows.isEmpty()) return;
    if (rows.size() < MANY) {
      for (var row : rows) outbox.add(new Outbox.Said(sql, row));
    } else {
      outbox.send();
      sendMany();
    }
    rows.clear();
  }

  /** One after the other, without waiting for an answer in between. */
  void sendMany() {
    try {
      for (var row : rows) {
        bind(row);
        statement().addBatch();
      }
      statement().executeBatch();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** Not every column is a text, and the driver hands numbers over as it likes. */
  @Override
  public String text(int column) {
    try {
      return answer().getString(column);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }
}
