package dev.kopilka.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table of a server. A few go as they are; many go by COPY, or, where they
 * may meet rows that are there, as one list a column in a single statement.
 */
final class Inserting extends Query {
  /** From so many rows on another way than a statement each pays. */
  private static final int MANY = 40;

  /** So many rows are kept until they are sent. */
  private static final int MOST = 5_000;

  private static final int BUFFER = 64 << 10;

  /**
   * An insert of one row by values, taken apart, so that many rows can be sent in another way.
   *
   * @param target table and columns: {@code lot (member, entry)}
   * @param width how many values a row has
   * @param conflict what follows the values, empty when nothing does
   */
  record Form(String sql, String target, int width, String conflict) {
    private static final Pattern INSERT =
        Pattern.compile(
            "\\s*insert into (\\w+\\s*\\([^)]*\\))\\s*values\\s*\\(([?, \\s]+)\\)\\s*(on conflict .*)?",
            Pattern.DOTALL);

    /** The statement taken apart; empty when it is of another form. */
    static Optional<Form> of(String sql) {
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
  private final List<Object[]> rows = new ArrayList<>();
  private Object[] row;

  Inserting(Connection connection, Form inserted) throws SQLException {
    super(connection.prepareStatement(inserted.sql()));
    this.connection = connection;
    this.inserted = inserted;
    this.row = new Object[inserted.width()];
  }

  @Override
  public Query set(int place, long value) {
    row[place - 1] = value;
    return this;
  }

  @Override
  public Query set(int place, String value) {
    row[place - 1] = value;
    return this;
  }

  @Override
  public Query set(int place, byte[] value) {
    row[place - 1] = value;
    return this;
  }

  @Override
  public int run() {
    bind(row);
    return super.run();
  }

  private void bind(Object[] values) {
    for (var i = 0; i < values.length; i++) {
      switch (values[i]) {
        case Long number -> super.set(i + 1, number);
        case byte[] bytes -> super.set(i + 1, bytes);
        case Object text -> super.set(i + 1, (String) text);
      }
    }
  }

  @Override
  public void add() {
    rows.add(row);
    row = new Object[inserted.width()];
    if (rows.size() >= MOST) flush();
  }

  @Override
  public void flush() {
    if (rows.isEmpty()) return;
    try {
      if (rows.size() < MANY) each();
      else if (inserted.conflict().isEmpty()) copy();
      else merge();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
    rows.clear();
  }

  private void each() {
    for (var values : rows) {
      bind(values);
      super.add();
    }
    super.flush();
  }

  /** The text format, which all that speak the protocol understand (TRAPS 9). */
  private void copy() throws SQLException {
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + inserted.target() + " from stdin");
    try {
      var bytes = new ByteArrayOutputStream(BUFFER);
      var line = new StringBuilder();
      for (var values : rows) {
        line.setLength(0);
        for (var i = 0; i < values.length; i++) {
          write(line, values[i]);
          line.append(i == values.length - 1 ? '\n' : '\t');
        }
        bytes.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
        if (bytes.size() < BUFFER) continue;
        copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        bytes.reset();
      }
      copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
      copy.endCopy();
    } finally {
      if (copy.isActive()) copy.cancelCopy();
    }
  }

  private static void write(StringBuilder line, Object value) {
    switch (value) {
      case byte[] bytes -> line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
      case String text -> escape(line, text);
      default -> line.append(value);
    }
  }

  private static void escape(StringBuilder line, String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(c);
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
    var type = type(rows.getFirst()[place]);
    // The driver goes by the type of the Java array.
    Object[] values =
        switch (type) {
          case "int8" -> new Long[rows.size()];
          case "bytea" -> new byte[rows.size()][];
          default -> new String[rows.size()];
        };
    for (var at = 0; at < values.length; at++) values[at] = rows.get(at)[place];
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
