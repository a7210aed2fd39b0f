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
    for (var value : values) {
      switch (value) {
        case Long number -> add(number);
        case byte[] bytes -> add(bytes);
        case Object text -> add((String) text);
      }
    }
    endLine();
  }

  /** Adds a value to the line in hand. A number has no object of its own: a purchase has sixty. */
  void add(long number) {
    lines.append(number).append('\t');
  }

  void add(byte[] bytes) {
    lines.append("\\\\x").append(HEX.formatHex(bytes)).append('\t');
  }

  void add(String text) {
    if (isPlain(text)) lines.append(text);
    else escape(text);
    lines.append('\t');
  }

  /** Ends the line in hand. */
  void endLine() {
    lines.setCharAt(lines.length() - 1, '\n');
    if (lines.length() >= BUFFER) send();
  }

  private boolean isAmidLine() {
    return !lines.isEmpty() && lines.charAt(lines.length() - 1) == '\t';
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
    if (isAmidLine()) throw new IllegalStateException("a row has not ended");
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

  private void escape(String text) {
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
