package dev.kopilka.store;

import dev.kopilka.store.server.Attempts;
import dev.kopilka.store.server.Connecting;
import dev.kopilka.store.server.Inserting;
import dev.kopilka.store.server.Login;
import dev.kopilka.store.server.Outbox;
import dev.kopilka.store.server.ServerQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Servers that speak PostgreSQL's protocol and dialect. Whoever writes holds the rows of the members
 * concerned; so writers of different members never wait for each other. A race that is lost all the
 * same (a key that somebody else took, a serialisation failure) ends the transaction, and the whole
 * of it is tried again.
 */
final class Postgres extends Dialect {
  static final Postgres DIALECT = new Postgres();

  private static final Attempts ATTEMPTS = new Attempts(20, 30_000);

  /** Whoever changes what all writers go by (the closed period) waits for those on their way. */
  private static final String BEGIN = "select 1 from setting where name = 'schema' for share";

  private static final String READ = "set transaction isolation level repeatable read, read only";

  private Postgres() {}

  @Override
  Connection open(Location location, Login login) {
    var url = ((Location.OnServer) location).url();
    try {
      var connection = Connecting.to(url, login);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  void beginWriting(Connection connection) {
    // It goes with the first statement: see outbox.
  }

  @Override
  void beginReading(Connection connection) throws SQLException {
    execute(connection, READ);
  }

  @Override
  void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  @Override
  void rollBack(Connection connection) throws SQLException {
    connection.rollback();
  }

  @Override
  String words(String sql, boolean isWriting) {
    if (sql.indexOf('{') < 0) return sql;
    return sql.replace(
            NUMBERS,
            "(select cast(n as bigint) as value from json_array_elements_text(cast(? as json)) n)")
        .replace(TEXTS, "(select t as value from json_array_elements_text(cast(? as json)) t)")
        .replace(JOIN, "join")
        .replace(SEPARATOR, "chr(31)")
        .replace(HELD, isWriting ? "for update" : "")
        .replace(MEMBERS_HELD, isWriting ? "order by member for no key update of member" : "");
  }

  @Override
  Query query(Connection connection, String sql, Unit unit) throws SQLException {
    var outbox = unit.outbox().orElseThrow();
    var inserted = Inserting.Form.of(sql);
    if (inserted.isPresent()) return new Inserting(connection, inserted.get(), outbox);
    var said = words(sql, unit.isWriting());
    return new ServerQuery(connection.prepareStatement(said), said, outbox);
  }

  @Override
  Optional<Outbox> outbox(Connection connection, boolean isWriting) {
    var outbox = new Outbox(connection);
    if (isWriting) outbox.add(new Outbox.Said(BEGIN, List.of()));
    return Optional.of(outbox);
  }

  @Override
  void enlarge(Connection connection) {
    // A server is set up by whoever runs it.
  }

  @Override
  long bytes(Unit unit) {
    // Trees are as large here as there, but nobody waits for one lock on them all.
    return 0;
  }

  @Override
  OptionalLong foreignChanges(Unit unit) {
    return OptionalLong.empty();
  }

  @Override
  boolean hasTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery("select to_regclass('setting') is not null")) {
      return found.next() && found.getBoolean(1);
    }
  }

  @Override
  Attempts attempts() {
    return ATTEMPTS;
  }
}
