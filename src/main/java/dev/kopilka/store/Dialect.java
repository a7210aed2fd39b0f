package dev.kopilka.store;

import dev.kopilka.store.server.Attempts;
import dev.kopilka.store.server.Engine;
import dev.kopilka.store.server.Login;
import dev.kopilka.store.server.Outbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** All that differs between the databases; nothing outside this package knows which one it is. */
abstract sealed class Dialect permits Sqlite, Postgres {
  /** A list of whole numbers as one parameter ({@link Listed}), each row's column named value. */
  static final String NUMBERS = "{numbers}";

  /** The same of texts. */
  static final String TEXTS = "{texts}";

  /** Joins in the order in which the tables are written: the shorter list leads. */
  static final String JOIN = "{join}";

  /** Around a select of one column: what stands before is among these, and an index of it is used. */
  static final String AMONG = "{among (}";

  static final String AMONG_END = "{)}";

  /** The unit separator of ASCII, as a text of one character. */
  static final String SEPARATOR = "{separator}";

  /** Behind a select: nobody else may change these rows before the transaction ends. */
  static final String HELD = "{held}";

  /** The same behind one of members, who are held in the order of their numbers. */
  static final String MEMBERS_HELD = "{members held}";

  static Dialect of(Location location) {
    return location instanceof Location.InFile ? Sqlite.DIALECT : new Postgres();
  }

  abstract Connection open(Location location, Login login);

  /** The same for who only looks what is there: nothing is changed, settings neither. */
  Connection look(Location location, Login login) {
    return open(location, login);
  }

  /** A query for the names of all that is there, whoever made it. */
  abstract String contents();

  /** Begins a transaction that will write. */
  abstract void beginWriting(Connection connection) throws SQLException;

  /** Begins one that will write much, with a helper. */
  abstract void beginLarge(Connection connection) throws SQLException;

  /** Begins what reads beside such a one. */
  abstract void beginBeside(Connection connection) throws SQLException;

  /** Whether others may write at the same time, so that what must not change has to be held. */
  abstract boolean holdsRows();

  /** Begins a transaction that reads one snapshot. */
  abstract void beginReading(Connection connection) throws SQLException;

  abstract void commit(Connection connection) throws SQLException;

  abstract void rollBack(Connection connection) throws SQLException;

  /** The statement with the words in braces said as the database says them to this unit. */
  abstract String words(String sql, Unit unit);

  abstract Query query(Connection connection, String sql, Unit unit) throws SQLException;

  /** The same for who reads the whole answer, and asks nothing else before its end. */
  Query whole(Connection connection, String sql, Unit unit) throws SQLException {
    return query(connection, sql, unit);
  }

  /** Where changes wait for each other, if the way to the database is long enough for that. */
  Optional<Outbox> outbox(Connection connection, boolean isWriting) {
    return Optional.empty();
  }

  /** Makes the connection fit for much work. */
  abstract void enlarge(Connection connection) throws SQLException;

  /** How large the database is, in bytes. */
  abstract long bytes(Unit unit);

  /** A number that changes when somebody else writes; empty where nothing tells that cheaply. */
  abstract OptionalLong foreignChanges(Unit unit);

  /** Whether the user of the unit's connection may read all rows and columns of the table. */
  abstract boolean mayRead(Unit unit, String table);

  /**
   * How many bytes there are to read of one row a member, roughly; 0 where connections cannot read
   * one snapshot together.
   */
  abstract long bytesOfMembers(Unit unit);

  /** Which server it is; empty where there is none. */
  Optional<Engine> engine() {
    return Optional.empty();
  }

  /** Whether a ledger's tables are there: the first question of every connection to a ledger. */
  abstract boolean hasTables(Connection connection) throws SQLException;

  /** How often a transaction is tried before its trouble is told. */
  abstract Attempts attempts();
}
