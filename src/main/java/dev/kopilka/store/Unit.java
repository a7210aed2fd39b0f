package dev.kopilka.store;

import dev.kopilka.store.server.Begun;
import dev.kopilka.store.server.Engine;
import dev.kopilka.store.server.Outbox;
import dev.kopilka.store.server.ServerQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One transaction on one connection; keeps its prepared statements until it ends. A large one has a
 * helper ({@link Aside}): then what is put off is written in a thread of its own while the caller
 * reads, through {@link #reader}, what stood there when the transaction began.
 */
public final class Unit implements AutoCloseable {
  /** So many questions go together: what they are said in is one text, which the driver keeps. */
  private static final int TOGETHER = 50;

  private final Connection connection;
  private final Dialect dialect;
  private final boolean isWriting;
  private final Optional<Aside> aside;
  private final Optional<Outbox> outbox;
  private final Map<String, Query> queries = new HashMap<>();
  private final Map<String, Query> wholes = new HashMap<>();

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

  /** Which server it runs on; empty for a file. */
  public Optional<Engine> engine() {
    return dialect.engine();
  }

  /** Whether members are found and held one by one, each by a number that is known already. */
  public boolean holdsOneByOne() {
    return engine().isPresent() && !engine().get().holdsManyAtOnce();
  }

  /** How a statement is made ready. */
  private interface Readying {
    Query ready(Connection connection, String sql, Unit unit) throws SQLException;
  }

  /** The statement for this text, prepared once a unit. At most one walk over it at a time. */
  public Query query(String sql) {
    // Asked for many times a row: nothing is made where it is there already.
    var query = queries.get(sql);
    if (query == null) {
      query = ready(dialect::query, sql);
      queries.put(sql, query);
    }
    return query;
  }

  /**
   * The same for who walks over the whole answer at once, and asks this unit nothing else before its
   * end; its columns are numbers and texts. A server answers that at less cost.
   */
  public Query whole(String sql) {
    return wholes.computeIfAbsent(sql, _ -> ready(dialect::whole, sql));
  }

  private Query ready(Readying readying, String sql) {
    try {
      return readying.ready(connection, sql, this);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
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

  /**
   * Asks one question about each of the numbers, some of them in one go where the way to the
   * database is long, and hands over each answer.
   */
  public void askEach(String sql, long[] numbers, Consumer<Query> reader) {
    for (var from = 0; from < numbers.length; from += TOGETHER) {
      var some = Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + TOGETHER));
      if (outbox.isEmpty()) askOneByOne(sql, some, reader);
      else askTogether(sql, some, reader, outbox.get());
    }
  }

  private void askOneByOne(String sql, long[] numbers, Consumer<Query> reader) {
    for (var number : numbers) {
      try (var query = query(sql).set(1, number)) {
        reader.accept(query);
      }
    }
  }

  private void askTogether(String sql, long[] numbers, Consumer<Query> reader, Outbox outbox) {
    var query = query(sql);
    var said = new ArrayList<Outbox.Said>(numbers.length);
    for (var number : numbers) said.add(((ServerQuery) query.set(1, number)).said());
    for (var answer : outbox.ask(said)) {
      query.answered(answer);
      reader.accept(query);
      query.close();
    }
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

  /** The transaction as the server knows it, if there is a server and it has said so. */
  Optional<Begun> begun() {
    return outbox.flatMap(Outbox::begun);
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
      // With a cursor of its own it would leave the last question open, whose tables cannot be altered.
      statement.setFetchSize(0);
      statement.execute(sql);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** How large the database is, in bytes. */
  public long bytes() {
    return dialect.bytes(this);
  }

  /**
   * A number that changes when somebody else may have written what this connection takes for
   * unwritten; empty where nothing tells that cheaply.
   */
  public OptionalLong foreignChanges() {
    return dialect.foreignChanges(this);
  }

  /** Whether the user may read the whole table: whoever has the file may read everything. */
  public boolean mayRead(String table) {
    return dialect.mayRead(this, table);
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
      for (var query : wholes.values()) query.discard();
      if (outbox.isPresent()) outbox.get().close();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
    queries.clear();
    wholes.clear();
  }
}
