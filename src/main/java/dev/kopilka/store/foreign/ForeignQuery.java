package dev.kopilka.store.foreign;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Location;
import dev.kopilka.store.server.Connecting;
import dev.kopilka.store.server.Login;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Parser;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The rows of one query on a database that is only read from, as texts. */
public final class ForeignQuery implements AutoCloseable {
  private static final int FETCH = 2_000;

  /**
   * The classes of states whose messages are about the text of the query: no rows come of it, what
   * the server has not, syntax and names. In others there may be a value of a row. SQLite, which has
   * no states, repeats none.
   */
  private static final List<String> TOLD = List.of("02", "0A", "42");

  /** What a server says to who writes where only reading is allowed; SQLite has a code for it. */
  private static final String WRITES = "25006";

  private final Location location;
  private final Optional<ForeignFile> file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final List<String> types = new ArrayList<>();

  private ForeignQuery(
      Location location, Optional<ForeignFile> file, Connection connection, String query)
      throws SQLException {
    this.location = location;
    this.file = file;
    this.connection = connection;
    this.statement = connection.createStatement();
    // The query goes as it was counted.
    statement.setEscapeProcessing(false);
    statement.setFetchSize(FETCH);
    this.rows = statement.executeQuery(query);
    var columns = rows.getMetaData();
    for (var i = 1; i <= columns.getColumnCount(); i++) types.add(columns.getColumnTypeName(i));
  }

  /**
   * Begins to read.
   *
   * @param from a file of SQLite or the URL of a server, as after {@code --db}
   */
  public static ForeignQuery of(String from, String query, Login login) {
    var location = Location.of(from);
    return of(location, file(location), query, login);
  }

  static ForeignQuery of(
      Location location, Optional<ForeignFile> file, String query, Login login) {
    Connection connection;
    try {
      connection = file.isPresent() ? file.get().open() : open(location, login);
    } catch (SQLException e) {
      throw location.trouble(e);
    }
    try {
      if (!isOne(connection, query)) throw new Trouble.Usage(Problem.of("QUERY_NOT_ONE"));
      return new ForeignQuery(location, file, connection, query);
    } catch (SQLException e) {
      close(connection, file);
      throw failed(location, file, e);
    } catch (Trouble e) {
      close(connection, file);
      throw e;
    }
  }

  private static Optional<ForeignFile> file(Location location) {
    if (!(location instanceof Location.InFile(var file))) return Optional.empty();
    if (Files.notExists(file)) throw location.trouble("QUERY_NO_DATABASE");
    return Optional.of(ForeignFile.of(file));
  }

  /**
   * Whether it is one statement: of several, the first could end what is read-only here. The driver
   * of servers takes a text apart so itself, and what it takes for one the server refuses if it is
   * not; SQLite's would run the first and leave out the others.
   */
  private static boolean isOne(Connection connection, String query) throws SQLException {
    var standard =
        !connection.isWrapperFor(BaseConnection.class)
            || connection.unwrap(BaseConnection.class).getStandardConformingStrings();
    return Parser.parseJdbcSql(query, standard, false, true, false, false).size() < 2;
  }

  private static Connection open(Location location, Login login) throws SQLException {
    var connection = Connecting.to(((Location.OnServer) location).url(), login);
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    return connection;
  }

  /** What the database says about the query helps whoever wrote it; values of rows it does not tell. */
  private static RuntimeException failed(
      Location location, Optional<ForeignFile> file, SQLException e) {
    if (isOfWriting(e)) {
      return new Trouble.BadInput(
          Problem.of("QUERY_WRITES").with("database", location.toString()));
    }
    // Of a file that was changed amid the reading SQLite says whatever it stumbles over.
    file.ifPresent(ForeignFile::assertUnchanged);
    var barred = file.flatMap(one -> one.barred(e));
    if (barred.isPresent()) return barred.get();
    var trouble = location.trouble(e);
    if (trouble instanceof Trouble) return trouble;
    var state = Objects.requireNonNullElse(e.getSQLState(), "");
    var isOfQuery = state.isEmpty() || TOLD.stream().anyMatch(state::startsWith);
    var said = isOfQuery ? e.getMessage().lines().findFirst().orElse("") : "SQLSTATE " + state;
    return new Trouble.BadInput(
        Problem.of("QUERY_FAILED").with("database", location.toString()).with("found", said));
  }

  private static boolean isOfWriting(SQLException e) {
    return WRITES.equals(e.getSQLState())
        || e instanceof SQLiteException said
            && said.getResultCode() == SQLiteErrorCode.SQLITE_READONLY;
  }

  public List<String> columns() {
    try {
      var names = new ArrayList<String>();
      var columns = rows.getMetaData();
      for (var i = 1; i <= columns.getColumnCount(); i++) names.add(columns.getColumnLabel(i));
      return names;
    } catch (SQLException e) {
      throw failed(location, file, e);
    }
  }

  /** The next row; empty at the end. What is null there is an empty text here. */
  public Optional<List<String>> next() {
    try {
      if (!rows.next()) {
        file.ifPresent(ForeignFile::assertUnchanged);
        return Optional.empty();
      }
      var row = new ArrayList<String>(types.size());
      for (var i = 1; i <= types.size(); i++) row.add(text(i));
      return Optional.of(row);
    } catch (SQLException e) {
      throw failed(location, file, e);
    }
  }

  /** Moments as ISO 8601 has them, whatever the server's habits; all else as the database says it. */
  private String text(int column) throws SQLException {
    Object value =
        switch (types.get(column - 1)) {
          case "timestamptz" -> rows.getObject(column, OffsetDateTime.class);
          case "timestamp" -> rows.getObject(column, LocalDateTime.class);
          default -> rows.getString(column);
        };
    if (value instanceof OffsetDateTime moment) return moment.toInstant().toString();
    return value == null ? "" : value.toString();
  }

  private static void close(Connection connection, Optional<ForeignFile> file) {
    try {
      connection.close();
    } catch (SQLException uninteresting) {
      // It has only been read from.
    }
    file.ifPresent(ForeignFile::leave);
  }

  @Override
  public void close() {
    try {
      rows.close();
      statement.close();
    } catch (SQLException uninteresting) {
      // The connection is closed next.
    }
    close(connection, file);
  }
}
