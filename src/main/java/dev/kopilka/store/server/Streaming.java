package dev.kopilka.store.server;

import dev.kopilka.store.SqlTrouble;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * A question whose whole answer comes at once, by COPY. The server plans it for all of its rows and
 * may share the work among processes, which it does for no cursor; and neither side keeps anything
 * of a row that was read. Its columns are numbers and texts.
 */
public final class Streaming extends ServerQuery {
  private static final byte TAB = '\t';
  private static final byte ESCAPE = '\\';

  /** A number of so many digits fits, whatever they are. */
  private static final int SAFE_DIGITS = 18;

  private final Connection connection;
  private Optional<CopyOut> copy = Optional.empty();
  private byte[] line = new byte[0];

  // Where each field of the line begins, and behind the last one where the next one would.
  private int[] begins = new int[8];

  public Streaming(Connection connection, String sql, Outbox outbox) {
    super(connection, sql, outbox);
    this.connection = connection;
  }

  @Override
  public boolean next() {
    try {
      if (copy.isEmpty()) copy = Optional.of(begun());
      // Nothing any more once it has come to its end.
      var read = copy.get().isActive() ? copy.get().readFromCopy() : null;
      outbox.read(read != null);
      if (read == null) return false;
      line = read;
      split();
      return true;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  private CopyOut begun() throws SQLException {
    outbox.send();
    var server = connection.unwrap(PGConnection.class);
    return server.getCopyAPI().copyOut("copy (" + complete(server) + ") to stdout");
  }

  /** A COPY takes no parameters; so they are written into it. */
  private String complete(PGConnection server) throws SQLException {
    var complete = new StringBuilder(sql.length() + 64);
    var values = said().values().iterator();
    var isQuoted = false;
    for (var at = 0; at < sql.length(); at++) {
      var c = sql.charAt(at);
      isQuoted ^= c == '\'';
      if (isQuoted || c != '?') complete.append(c);
      else complete.append(written(server, values.next()));
    }
    return complete.toString();
  }

  private static String written(PGConnection server, Object value) throws SQLException {
    // As wide as a parameter would be: what is reckoned with it must not be too large for its type.
    if (value instanceof Long number) return "bigint '" + number + "'";
    return "'" + server.escapeLiteral((String) value) + "'";
  }

  /** The first compiler, which is all that short answers see, reads a field anew wherever it is named. */
  private void split() {
    var bytes = line;
    var found = begins;
    var fields = 1;
    for (var at = 0; at < bytes.length; at++) {
      if (bytes[at] != TAB && at < bytes.length - 1) continue;
      if (fields == found.length) found = Arrays.copyOf(found, 2 * fields);
      found[fields++] = at + 1;
    }
    begins = found;
  }

  /** Where the field ends; behind it stands a tab, or the line's end. */
  private int end(int column) {
    return begins[column] - 1;
  }

  private boolean isNull(int column) {
    var begin = begins[column - 1];
    return end(column) - begin == 2 && line[begin] == ESCAPE && line[begin + 1] == 'N';
  }

  @Override
  public long number(int column) {
    if (isNull(column)) return 0;
    var bytes = line;
    var at = begins[column - 1];
    var end = end(column);
    var isNegative = bytes[at] == '-';
    if (isNegative) at++;
    if (at == end) throw new IllegalStateException("no number: " + text(column));
    var isLong = end - at > SAFE_DIGITS;
    // Below zero there is room for one more.
    var number = 0L;
    for (; at < end; at++) {
      var digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) throw new IllegalStateException("no number: " + text(column));
      number = isLong ? next(number, digit) : number * 10 - digit;
    }
    return isNegative ? number : Math.negateExact(number);
  }

  /** The same with a look whether it fits, which takes a division: two of three parts of it all. */
  private static long next(long number, int digit) {
    return Math.subtractExact(Math.multiplyExact(number, 10), digit);
  }

  @Override
  public String text(int column) {
    var text = bytes(column);
    return text == null ? null : new String(text, StandardCharsets.UTF_8);
  }

  @Override
  public byte[] bytes(int column) {
    if (isNull(column)) return null;
    var begin = begins[column - 1];
    var end = end(column);
    for (var at = begin; at < end; at++) {
      if (line[at] == ESCAPE) return unescaped(begin, end);
    }
    return Arrays.copyOfRange(line, begin, end);
  }

  /** A backslash stands before itself, and before a letter for what would end a field or a line. */
  private byte[] unescaped(int begin, int end) {
    var text = new byte[end - begin];
    var length = 0;
    for (var at = begin; at < end; at++) {
      text[length++] = line[at] == ESCAPE ? meant(line[++at]) : line[at];
    }
    return Arrays.copyOf(text, length);
  }

  private static byte meant(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> TAB;
      case 'v' -> 0x0b;
      default -> letter;
    };
  }

  /**
   * Ends it, so that the question may be asked again. Whoever left rows unread has failed, and their
   * transaction with them; the link is given up, since nobody needs the rest (and the driver loses
   * count of answers when it cancels).
   */
  @Override
  public void close() {
    try {
      outbox.read(false);
      var isAtEnd = copy.isEmpty() || !copy.get().isActive() || copy.get().readFromCopy() == null;
      copy = Optional.empty();
      if (!isAtEnd) connection.close();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }
}
