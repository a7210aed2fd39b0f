package dev.kopilka.store;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One prepared statement of a unit, without JDBC's checked exceptions: bind, run, walk the rows.
 * This is the door of the start-up path, of bulk, and of whoever reads a table whole.
 */
public class Query implements Fields, AutoCloseable {
  /** So many rows a batch: beyond that sqlite-jdbc gains nothing and the memory grows. */
  private static final int BATCH = 1_000;

  private final PreparedStatement statement;
  private ResultSet rows;
  private int waiting;

  protected Query(PreparedStatement statement) {
    this.statement = statement;
  }

  public Query set(int place, long value) {
    try {
      statement().setLong(place, value);
      return this;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  public Query set(int place, String value) {
    try {
      statement().setString(place, value);
      return this;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  public Query set(int place, byte[] value) {
    try {
      statement().setBytes(place, value);
      return this;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** The rows that are walked over. */
  protected ResultSet answer() {
    return rows;
  }

  protected PreparedStatement statement() throws SQLException {
    return statement;
  }

  /** The rows are there already: somebody has asked for them beside others. */
  protected void answered(ResultSet rows) {
    this.rows = rows;
  }

  protected ResultSet executed() throws SQLException {
    return statement().executeQuery();
  }

  /** Steps to the next row; the first call runs the query. */
  public boolean next() {
    try {
      if (rows == null) rows = executed();
      return rows.next();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  @Override
  public long number(int column) {
    try {
      return rows.getLong(column);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** The bytes are the text in UTF-8; asking for them costs half of what asking for text does. */
  @Override
  public String text(int column) {
    var utf8 = bytes(column);
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public byte[] bytes(int column) {
    try {
      return rows.getBytes(column);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** Runs a change at once and answers how many rows it touched. */
  public int run() {
    try {
      return statement().executeUpdate();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** Puts the bound row into the batch; the batch goes out when it is full or flushed. */
  public void add() {
    try {
      statement().addBatch();
      if (++waiting >= BATCH) flush();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  public void flush() {
    if (waiting == 0) return;
    try {
      statement().executeBatch();
      waiting = 0;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** Ends the walk; the statement stays prepared in its unit. */
  @Override
  public void close() {
    try {
      if (rows != null) rows.close();
      rows = null;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  protected void discard() throws SQLException {
    statement.close();
  }
}
