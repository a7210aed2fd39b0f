package dev.kopilka.store.server;

import dev.kopilka.store.Query;
import dev.kopilka.store.SqlTrouble;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Rows on their way into a table of a server. A few go as they are; many go by COPY, or, where they
 * may meet rows that are there, as one list a column in a single statement; and where there is no
 * COPY for us, as some rows an insert, which is plain SQL everywhere.
 */
public final class Inserting extends ServerQuery {
  /** From so many rows on they need not wait for more. */
  private static final int ENOUGH = 500;

  /** So many rows an insert: engines without COPY like short statements better than few. */
  private static final int ROWS = 100;

  /**
   * An insert of one row by values, taken apart, so that many rows can be sent in another way.
   *
   * @param target table and columns: {@code lot (member, entry)}
   * @param width how many values a row has
   * @param conflict what follows the values, empty when nothing does
   */
  public record Form(String sql, String target, int width, String conflict) {
    private static final Pattern INSERT =
        Pattern.compile(
            "\\s*insert into (\\w+\\s*\\([^)]*\\))\\s*values\\s*\\(([?, \\s]+)\\)\\s*(on conflict .*)?",
            Pattern.DOTALL);

    /** The statement taken apart; empty when it is of another form. */
    public static Optional<Form> of(String sql) {
      if (!sql.stripLeading().startsWith("insert")) return Optional.empty();
      var matcher = INSERT.matcher(sql);
      if (!matcher.matches()) return Optional.empty();
      var width = (int) matcher.group(2).chars().filter(c -> c == '?').count();
      var conflict = matcher.group(3) == null ? "" : matcher.group(3);
      return Optional.of(new Form(sql, matcher.group(1), width, conflict));
    }
  }

  private final Connection connection;
  private final Form inserted;
  private final Engine engine;
  private Optional<Copying> copying = Optional.empty();

  /** Where the row in hand is being written to, if it is not kept. */
  private Optional<Copying> line = Optional.empty();

  private int said;

  public Inserting(Connection connection, Form inserted, Outbox outbox, Engine engine) {
    super(connection, inserted.sql(), outbox);
    this.connection = connection;
    this.inserted = inserted;
    this.engine = engine;
  }

  @Override
  public Query set(int place, long value) {
    begin(place);
    if (line.isEmpty()) return super.set(place, value);
    line.get().add(value);
    return this;
  }

  @Override
  public Query set(int place, String value) {
    begin(place);
    if (line.isEmpty()) return super.set(place, value);
    line.get().add(value);
    return this;
  }

  @Override
  public Query set(int place, byte[] value) {
    begin(place);
    if (line.isEmpty()) return super.set(place, value);
    line.get().add(value);
    return this;
  }

  private void begin(int place) {
    if (place == 1) {
      line = isCopying() ? copying : Optional.empty();
      said = 0;
    }
    // What was written cannot be changed: a value out of its order would stand in another column.
    if (line.isPresent()) inOrder(place, ++said);
  }

  private static void inOrder(int found, int expected) {
    if (found != expected) throw new IllegalStateException("value " + found + " in place of " + expected);
  }

  /** Many are copied while more of them come: the server stores some while others are made. */
  @Override
  public void add() {
    if (line.isPresent()) {
      inOrder(said, inserted.width());
      line.get().endLine();
      return;
    }
    super.add();
    if (rows.size() >= ENOUGH && isCopied()) copy();
  }

  private boolean isCopied() {
    return engine.hasCopy() && inserted.conflict().isEmpty();
  }

  @Override
  public void flush() {
    super.flush();
    if (isCopying()) outbox.free();
  }

  @Override
  void sendMany() {
    try {
      if (!engine.hasCopy()) insert();
      else if (isCopied()) copy();
      else merge();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** The rows that wait, and those that follow them until the batch is flushed. */
  private void copy() {
    outbox.send();
    var begun = Copying.into(inserted.target(), connection);
    outbox.occupy(begun);
    copying = Optional.of(begun);
    for (var values : rows) begun.add(values);
    rows.clear();
  }

  /** Whoever wanted something else of the connection has ended it. */
  private boolean isCopying() {
    return copying.isPresent() && copying.get().isOpen();
  }

  private void insert() throws SQLException {
    for (var from = 0; from < rows.size(); from += ROWS) {
      var some = rows.subList(from, Math.min(rows.size(), from + ROWS));
      var row = "(" + String.join(", ", Collections.nCopies(inserted.width(), "?")) + ")";
      var values = String.join(", ", Collections.nCopies(some.size(), row));
      var sql = "insert into " + inserted.target() + " values " + values + " " + inserted.conflict();
      try (var statement = connection.prepareStatement(sql)) {
        var place = 1;
        for (var one : some) for (var value : one) Outbox.bind(statement, place++, value);
        statement.executeUpdate();
      }
    }
  }

  private void merge() throws SQLException {
    var lists = new StringJoiner(", ");
    for (var value : rows.getFirst()) lists.add("cast(? as " + type(value) + "[])");
    var sql =
        "insert into " + inserted.target() + " select * from unnest(" + lists + ") " + inserted.conflict();
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < inserted.width(); i++) statement.setArray(i + 1, column(i));
      statement.executeUpdate();
    }
  }

  private Array column(int place) throws SQLException {
    var type = type(rows.getFirst().get(place));
    // The driver goes by the type of the Java array.
    Object[] values =
        switch (type) {
          case "int8" -> new Long[rows.size()];
          case "bytea" -> new byte[rows.size()][];
          default -> new String[rows.size()];
        };
    for (var at = 0; at < values.length; at++) values[at] = rows.get(at).get(place);
    return connection.createArrayOf(type, values);
  }

  private static String type(Object value) {
    return switch (value) {
      case Long _ -> "int8";
      case byte[] _ -> "bytea";
      default -> "text";
    };
  }
}
