package dev.kopilka.store.server;

import dev.kopilka.store.SqlTrouble;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A COPY into a table that is on its way: its first rows are being stored while the next ones are
 * still made. Until it ends the connection can do nothing else.
 */
final class Copying {
  private static final int BUFFER = 64 << 10;

  /** The last line of a buffer may be longer than what is left of it. */
  private static final int ROOM = 4 << 10;

  private static final HexFormat HEX = HexFormat.of();

  private final CopyIn copy;
  private final StringBuilder lines = new StringBuilder(BUFFER + ROOM);

  private Copying(CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Begins one; the text format is what all that speak the protocol understand (TRAPS 9).
   *
   * @param target table and columns: {@code lot (member, entry)}
   */
  static Copying into(String target, Connection connection) {
    try {
      var server = connection.unwrap(PGConnection.class);
      return new Copying(server.getCopyAPI().copyIn("copy " + target + " from stdin"));
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** Whether more rows can be added. */
  boolean isOpen() {
    return copy.isActive();
  }

  void add(List<Object> values) {
    for (var i = 0; i < values.size(); i++) {
      write(values.get(i));
      lines.append(i == values.size() - 1 ? '\n' : '\t');
    }
    if (lines.length() >= BUFFER) send();
  }

  private void send() {
    var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    lines.setLength(0);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** Waits until all of its rows are stored. */
  void end() {
    try {
      send();
      copy.endCopy();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    } finally {
      stop();
    }
  }

  /** Gives it up if it has not ended; with it ends the transaction. */
  void stop() {
    try {
      if (copy.isActive()) copy.cancelCopy();
    } catch (SQLException given) {
      // The server says that it was given up, or is not there any more.
    }
  }

  private void write(Object value) {
    switch (value) {
      case byte[] bytes -> lines.append("\\\\x").append(HEX.formatHex(bytes));
      case String text -> escape(text);
      default -> lines.append(value);
    }
  }

  private void escape(String text) {
    if (isPlain(text)) {
      lines.append(text);
      return;
    }
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '\\' -> lines.append("\\\\");
        case '\n' -> lines.append("\\n");
        case '\r' -> lines.append("\\r");
        case '\t' -> lines.append("\\t");
        default -> lines.append(c);
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
}
