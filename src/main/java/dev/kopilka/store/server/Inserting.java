package dev.kopilka.store.server;

import dev.kopilka.store.SqlTrouble;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table of a server. A few go as they are; many go by COPY, or, where they
 * may meet rows that are there, as one list a column in a single statement; and where there is no
 * COPY for us, as some rows an insert, which is plain SQL everywhere.
 */
public final class Inserting extends ServerQuery {
  private static final int BUFFER = 64 << 10;

  /** The last line of a buffer may be longer than what is left of it. */
  private static final int ROOM = 4 << 10;

  private static final HexFormat HEX = HexFormat.of();

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

  public Inserting(Connection connection, Form inserted, Outbox outbox, Engine engine) {
    super(connection, inserted.sql(), outbox);
    this.connection = connection;
    this.inserted = inserted;
    this.engine = engine;
  }

  @Override
  void sendMany() {
    try {
      if (!engine.hasCopy()) insert();
      else if (inserted.conflict().isEmpty()) copy();
      else merge();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** The text format, which all that speak the protocol understand (TRAPS 9). */
  private void copy() throws SQLException {
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + inserted.target() + " from stdin");
    try {
      var lines = new StringBuilder(BUFFER + ROOM);
      for (var values : rows) {
        for (var i = 0; i < values.size(); i++) {
          write(lines, values.get(i));
          lines.append(i == values.size() - 1 ? '\n' : '\t');
        }
        if (lines.length() >= BUFFER) send(copy, lines);
      }
      send(copy, lines);
      copy.endCopy();
    } finally {
      if (copy.isActive()) copy.cancelCopy();
    }
  }

  private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
    var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    lines.setLength(0);
  }

  private static void write(StringBuilder line, Object value) {
    switch (value) {
      case byte[] bytes -> line.append("\\\\x").append(HEX.formatHex(bytes));
      case String text -> escape(line, text);
      default -> line.append(value);
    }
  }

  private static void escape(StringBuilder line, String text) {
    if (isPlain(text)) {
      line.append(text);
      return;
    }
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

  /** Nearly all texts are, and go as they are. */
  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == '\\') return false;
    }
    return true;
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
