package dev.kopilka.store.server;

import dev.kopilka.store.SqlTrouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Statements on their way to a server, in their order. Each way there and back takes longer than most
 * statements; so changes wait until somebody wants an answer, or the transaction ends, and then they
 * go together.
 */
public final class Outbox implements AutoCloseable {
  /** So many go at most together: what is longer is no single operation, and gains nothing. */
  private static final int MOST = 100;

  /** Of so many at most the text is kept: operations of a till, which come again and again. */
  private static final int FEW = 20;

  private static final int MOST_KEPT = 1_000;
  private static final Map<Parts, String> KEPT = new ConcurrentHashMap<>();

  /** The table of a plain insert. */
  private static final Pattern INSERT = Pattern.compile("\\s*insert into (\\w+).*", Pattern.DOTALL);

  private static final String BEGIN = "BEGIN";

  // As the driver itself would write it.
  private static final String COMMIT = "COMMIT";

  private final Connection connection;
  private final boolean weaves;
  private final List<Said> waiting = new ArrayList<>();
  private final List<PreparedStatement> asked = new ArrayList<>();
  private boolean isToBegin;
  private boolean saysBegun;
  private Optional<Begun> begun = Optional.empty();
  private Optional<Copying> occupied = Optional.empty();
  private boolean isRead;

  /** A statement and its values: whole numbers, texts, bytes. */
  public record Said(String sql, List<Object> values) {}

  /** What goes together, and whether the inserts among it go as one statement where they can. */
  private record Parts(List<String> statements, boolean isWoven) {}

  public Outbox(Connection connection, Engine engine) {
    this.connection = connection;
    this.weaves = engine.weaves();
  }

  /**
   * One whose first sending begins the transaction. Left to the driver, that would be answered by
   * itself, and each answer wakes a thread on either side.
   *
   * @param goBy the first statement: what all that write go by, and perhaps a {@link Begun}
   */
  public static Outbox beginning(Connection connection, Engine engine, String goBy) {
    var outbox = new Outbox(connection, engine);
    outbox.isToBegin = true;
    outbox.saysBegun = goBy.contains(Begun.COLUMNS);
    outbox.waiting.add(new Said(BEGIN, List.of()));
    outbox.waiting.add(new Said(goBy, List.of()));
    return outbox;
  }

  public void add(Said change) {
    waiting.add(change);
    if (waiting.size() >= MOST) send();
  }

  /** Keeps the connection for that COPY until something else is wanted of it. */
  void occupy(Copying copying) {
    occupied = Optional.of(copying);
  }

  /** Keeps the connection for an answer that comes by COPY, or no more. */
  void read(boolean isRead) {
    this.isRead = isRead;
  }

  /** Ends the COPY that is on its way, so that the connection can be used. */
  void free() {
    // The driver would wait for the end of that answer, and for ever.
    if (isRead) throw new IllegalStateException("an answer is still being read");
    var ended = occupied;
    occupied = Optional.empty();
    ended.ifPresent(Copying::end);
  }

  /** Sends what waits. */
  public void send() {
    free();
    if (waiting.isEmpty()) return;
    try (var statement = prepared(waiting, "")) {
      execute(statement);
      answers(statement, waiting.size(), waiting.size());
      waiting.clear();
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** Sends what waits and ends the transaction with it. */
  public void commit() throws SQLException {
    free();
    if (waiting.isEmpty()) {
      connection.commit();
      return;
    }
    try (var statement = prepared(waiting, COMMIT)) {
      waiting.clear();
      execute(statement);
      // The driver answers a failure of any of them by an exception of the first one that failed.
      while (statement.getMoreResults() || statement.getUpdateCount() >= 0) continue;
    }
  }

  /** Asks them all at once, behind what waits; the answers are in the order of the questions. */
  public List<ResultSet> ask(List<Said> questions) {
    free();
    var all = new ArrayList<Said>(waiting);
    all.addAll(questions);
    try {
      var statement = prepared(all, "");
      asked.add(statement);
      execute(statement);
      var answers = answers(statement, waiting.size(), all.size());
      waiting.clear();
      return answers;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  /** The results of what was sent together, from that place on. */
  private List<ResultSet> answers(Statement statement, int from, int all) throws SQLException {
    var answers = new ArrayList<ResultSet>(all - from);
    var isFirst = saysBegun && begun.isEmpty();
    for (var i = 0; i < all && (isFirst || from < all); i++) {
      if (isFirst && i == 1) begun = Optional.of(Begun.of(statement.getResultSet()));
      if (i >= from) answers.add(statement.getResultSet());
      if (i < all - 1) statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    }
    return answers;
  }

  /** The transaction as the server knows it, if it has said so. */
  public Optional<Begun> begun() {
    return begun;
  }

  /** The driver begins nothing by itself as long as it thinks that each statement stands alone. */
  private void execute(PreparedStatement statement) throws SQLException {
    if (isToBegin) connection.setAutoCommit(true);
    try {
      statement.execute();
    } finally {
      if (isToBegin) connection.setAutoCommit(false);
      isToBegin = false;
    }
  }

  /** A COPY still on its way is given up. The driver keeps what is closed, and the server then need not read the same text again. */
  @Override
  public void close() throws SQLException {
    occupied.ifPresent(Copying::stop);
    occupied = Optional.empty();
    for (var statement : asked) statement.close();
    asked.clear();
  }

  private PreparedStatement prepared(List<Said> all, String last) throws SQLException {
    var statement = connection.prepareStatement(together(all, last));
    // All rows at once: what goes together is small, and a cursor would have to be closed again.
    statement.setFetchSize(0);
    var place = 1;
    for (var one : all) for (var value : one.values()) bind(statement, place++, value);
    return statement;
  }

  /** One text of all. The driver finds a text that it knows faster when it is the very same one. */
  private String together(List<Said> all, String last) {
    var statements = new ArrayList<String>(all.size() + 1);
    for (var one : all) statements.add(one.sql());
    statements.add(last);
    if (statements.size() > FEW) return String.join(";", statements);
    var parts = new Parts(statements, weaves && last.equals(COMMIT));
    var kept = KEPT.get(parts);
    if (kept != null) return kept;
    var joined = String.join(";", parts.isWoven() ? woven(statements) : statements);
    if (KEPT.size() < MOST_KEPT) KEPT.put(parts, joined);
    return joined;
  }

  /**
   * Inserts that follow each other as one statement, as long as each is into another table: those of
   * one statement do not see each other, so none may meet the row of another. Each statement costs
   * the server about as much as the row that it writes.
   */
  private static List<String> woven(List<String> statements) {
    var all = new ArrayList<String>();
    var threads = new LinkedHashMap<String, String>();
    for (var statement : statements) {
      var insert = INSERT.matcher(statement);
      var table = insert.matches() ? insert.group(1) : "";
      if (table.isEmpty() || threads.containsKey(table)) knot(threads, all);
      if (table.isEmpty()) all.add(statement);
      else threads.put(table, statement);
    }
    return all;
  }

  private static void knot(LinkedHashMap<String, String> threads, List<String> all) {
    if (threads.isEmpty()) return;
    var last = threads.pollLastEntry();
    var before = new StringJoiner(", ", "with ", " ").setEmptyValue("");
    threads.forEach((table, insert) -> before.add("to_" + table + " as (" + insert + ")"));
    all.add(before + last.getValue());
    threads.clear();
  }

  static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
    switch (value) {
      case Long number -> statement.setLong(place, number);
      case byte[] bytes -> statement.setBytes(place, bytes);
      case Object text -> statement.setString(place, (String) text);
    }
  }
}
