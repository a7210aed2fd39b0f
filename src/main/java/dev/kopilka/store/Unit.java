package dev.kopilka.store;

import dev.kopilka.store.server.Outbox;
import dev.kopilka.store.server.ServerQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One transaction on one connection; keeps its prepared statements until it ends. A large one has a
 * helper ({@link Aside}): then what is put off is written in a thread of its own while the caller
 * reads, through {@link #reader}, what stood there when the transaction began.
 */
public final class Unit implements AutoCloseable {
  private final Connection connection;
  private final Dialect dialect;
  private final boolean isWriting;
  private final Optional<Aside> aside;
  private final Optional<Outbox> outbox;
  private final Map<String, Query> queries = new HashMap<>();

  Unit(Connection connection, Dialect dialect, boolean isWriting) {
    this(connection, dialect, isWriting, Optional.empty());
  }

  private Unit(Connection connection, Dialect dialect, boolean isWriting, Optional<Aside> aside) {
    this.connection = connection;
    this.dialect = dialect;
    this.isWriting = isWriting;
    this.aside = aside;
    this.outbox = dialect.outbox(connection, isWriting);
  }

  /** A large transaction with its helper. */
  static Unit helped(Connection connection, Dialect dialect, Aside aside) {
    return new Unit(connection, dialect, true, Optional.of(aside));
  }

  /** Whether it may write; then what it reads as held stays as it is until it ends. */
  public boolean isWriting() {
    return isWriting;
  }

  /**
   * Where to read what this transaction has not changed; the unit itself where it has no helper.
   * It does not see what the transaction has written.
   */
  public Unit reader() {
    return aside.map(Aside::reader).orElse(this);
  }

  /** Whether work is done by a helper: then {@link #reader} does not see what was written. */
  public boolean isHelped() {
    return aside.isPresent();
  }

  /** Does the work on this unit, now or soon, in the order in which it was handed over. */
  public void later(Runnable work) {
    if (aside.isPresent()) aside.get().take(work);
    else work.run();
  }

  /** Waits until all that was put off is done; then this unit may be used directly. */
  public void settle() {
    aside.ifPresent(Aside::settle);
  }

  /** Whether others may write at the same time, so that what must not change has to be held. */
  public boolean holdsRows() {
    return isWriting && dialect.holdsRows();
  }

  /** The statement for this text, prepared once a unit. At most one walk over it at a time. */
  public Query query(String sql) {
    var query = queries.get(sql);
    if (query == null) {
      try {
        query = dialect.query(connection, sql, this);
      } catch (SQLException e) {
        throw SqlTrouble.of(e);
      }
      queries.put(sql, query);
    }
    return query;
  }

  Optional<Outbox> outbox() {
    return outbox;
  }

  /**
   * Asks several questions, whose values are set, in one go where the way to the database is long;
   * each is then walked as if it had been asked alone.
   */
  public void ask(List<Query> questions) {
    if (outbox.isEmpty()) return;
    var said = new ArrayList<Outbox.Said>(questions.size());
    for (var question : questions) said.add(((ServerQuery) question).said());
    var answers = outbox.get().ask(said).iterator();
    for (var question : questions) question.answered(answers.next());
  }

  /** Sends what waits, and ends the transaction with it if it is to stay. */
  void end(boolean stays) throws SQLException {
    if (outbox.isEmpty() || !isWriting) {
      if (stays) dialect.commit(connection);
      else dialect.rollBack(connection);
    } else if (stays) {
      outbox.get().commit();
    } else {
      outbox.get().send();
      dialect.rollBack(connection);
    }
  }

  /** Sends the statement's batch; one that was never used is not even prepared for that. */
  public void flush(String sql) {
    var query = queries.get(sql);
    if (query != null) query.flush();
  }

  /** Runs one statement that has no parameters. */
  public void run(String sql) {
    outbox.ifPresent(Outbox::send);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** How large the database is, in bytes. */
  public long bytes() {
    return dialect.bytes(this);
  }

  /** A number that changes when somebody else writes; empty where nothing tells that cheaply. */
  public OptionalLong foreignChanges() {
    return dialect.foreignChanges(this);
  }

  /** A statement for Jdbi, said as this database says it. */
  public String words(String sql) {
    return dialect.words(sql, this);
  }

  /** The connection beneath, for Jdbi and for bulk: inside {@code store} only. */
  public Connection connection() {
    // Whoever goes past us sees what is on its way all the same.
    outbox.ifPresent(Outbox::send);
    return connection;
  }

  @Override
  public void close() {
    // Whatever made it end: nobody may still be writing when the statements go.
    aside.ifPresent(Aside::close);
    try {
      for (var query : queries.values()) query.discard();
      if (outbox.isPresent()) outbox.get().close();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
    queries.clear();
  }
}
