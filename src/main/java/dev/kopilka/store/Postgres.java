package dev.kopilka.store;

import dev.kopilka.store.server.Attempts;
import dev.kopilka.store.server.Begun;
import dev.kopilka.store.server.Connecting;
import dev.kopilka.store.server.Engine;
import dev.kopilka.store.server.Inserting;
import dev.kopilka.store.server.Login;
import dev.kopilka.store.server.Outbox;
import dev.kopilka.store.server.ServerQuery;
import dev.kopilka.store.server.Streaming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Servers that speak PostgreSQL's protocol and dialect. Whoever writes holds the rows of the members
 * concerned; so writers of different members never wait for each other. A race that is lost all the
 * same (a key that somebody else took, a serialisation failure) ends the transaction, and the whole
 * of it is tried again.
 */
final class Postgres extends Dialect {
  private static final Attempts ATTEMPTS = new Attempts(20, 30_000);

  /** Whoever changes what all writers go by (the closed period) waits for those on their way. */
  private static final String GO_BY = "select %s from setting where name = 'schema' for share";

  private static final String GO_BY_AND_TELL = GO_BY.formatted(Begun.COLUMNS);
  private static final String GO_BY_ALONE = GO_BY.formatted("1");

  /**
   * Of two connections that belong together the server does not know it: whoever waits for one and is
   * waited for by the other would wait for ever.
   */
  private static final String WAIT = "set lock_timeout = '20s'";

  // Somebody else may well have a table of that name, but not of both.
  private static final String TABLES =
      "select to_regclass('setting') is not null and to_regclass('event_key') is not null";

  // What extensions bring with them is nobody's.
  private static final String CONTENTS =
      """
      select c.relname
      from pg_class c
      where c.relnamespace = cast(current_schema() as regnamespace)
        and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      union
      select p.proname
      from pg_proc p
      where p.pronamespace = cast(current_schema() as regnamespace)
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by 1
      """;

  private static final String READ = "set transaction isolation level repeatable read, read only";

  // A list of numbers is written as in JSON, and but for its brackets that is an array.
  private static final String NUMBER_ARRAY = "cast(translate(?, '[]', '{}') as bigint[])";
  private static final String EACH_NUMBER = "select n as value from unnest(" + NUMBER_ARRAY + ") n";
  private static final String EACH_TEXT =
      "select t as value from json_array_elements_text(cast(? as json)) t";

  // Statements are few, constant, and asked for by every transaction.
  private static final Map<Asked, String> SAID = new ConcurrentHashMap<>();
  private static final Map<String, Optional<Inserting.Form>> INSERTS = new ConcurrentHashMap<>();

  /** A list that leads to rows of one table by a column of theirs. */
  private static final Pattern LED =
      Pattern.compile(
          "from \\{(numbers|texts)\\} asked\\s+\\{join\\} (\\w+(?: \\w)?) on ([^{}]+?) = asked\\.value"
              + "(?! >>)(\\s+where)?");

  /** Until the server has said what it is. */
  private Engine engine = Engine.POSTGRESQL;

  /** How many transactions came to nothing: each may have lost a race to somebody else. */
  private long undone;

  /**
   * Joined with a list, whose length nobody knows beforehand, the table is read whole as soon as the
   * planner thinks it small, and so it is with an array that the planner sees; looked up in an array
   * that the statement makes itself, its index is used.
   */
  private static String led(MatchResult found) {
    var each = found.group(1).equals("numbers") ? EACH_NUMBER : EACH_TEXT;
    var more = found.group(4) == null ? "" : " and";
    return Matcher.quoteReplacement(
        "from " + found.group(2) + " where " + found.group(3) + " = any (array(" + each + "))" + more);
  }

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

  @Override
  String contents() {
    return CONTENTS;
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
  void beginLarge(Connection connection) throws SQLException {
    beginBeside(connection);
  }

  @Override
  void beginBeside(Connection connection) throws SQLException {
    // For all that this connection will do, and so outside any transaction.
    connection.setAutoCommit(true);
    execute(connection, WAIT);
    connection.setAutoCommit(false);
  }

  @Override
  boolean holdsRows() {
    return true;
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
    undone++;
    connection.rollback();
  }

  /** A statement as ours write it, and what decides how it is said. */
  private record Asked(String sql, boolean isWriting, boolean isHelped) {}

  @Override
  String words(String sql, Unit unit) {
    if (sql.indexOf('{') < 0) return sql;
    var isWriting = unit.isWriting();
    // Where there is a helper, its connection holds the members, and this one would wait for it.
    var holdsMembers = isWriting && !unit.isHelped();
    return LED.matcher(sql)
        .replaceAll(Postgres::led)
        .replace(NUMBERS, "(" + EACH_NUMBER + ")")
        .replace(TEXTS, "(" + EACH_TEXT + ")")
        .replace(JOIN, "join")
        .replace(AMONG, "= any (array (")
        .replace(AMONG_END, "))")
        .replace(SEPARATOR, "chr(31)")
        .replace(HELD, isWriting ? "for update" : "")
        .replace(MEMBERS_HELD, holdsMembers ? "order by member for no key update of member" : "");
  }

  @Override
  Query query(Connection connection, String sql, Unit unit) {
    var outbox = unit.outbox().orElseThrow();
    var inserted = INSERTS.computeIfAbsent(sql, Inserting.Form::of);
    if (inserted.isPresent()) return new Inserting(connection, inserted.get(), outbox, engine);
    var asked = new Asked(sql, unit.isWriting(), unit.isHelped());
    return new ServerQuery(connection, SAID.computeIfAbsent(asked, _ -> words(sql, unit)), outbox);
  }

  @Override
  Query whole(Connection connection, String sql, Unit unit) {
    if (unit.isWriting() || !engine.hasCopy()) return query(connection, sql, unit);
    return new Streaming(connection, words(sql, unit), unit.outbox().orElseThrow());
  }

  @Override
  Optional<Outbox> outbox(Connection connection, boolean isWriting) {
    if (!isWriting) return Optional.of(new Outbox(connection, engine));
    var goBy = engine.tellsOutcomes() ? GO_BY_AND_TELL : GO_BY_ALONE;
    return Optional.of(Outbox.beginning(connection, engine, goBy));
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

  /**
   * Somebody writes at any time. It matters to us when they took a key that we took for free: then its
   * table refuses ours, and the transaction is undone and tried again, as large ones are that have a
   * helper. For small ones it would not pay to know it.
   */
  @Override
  OptionalLong foreignChanges(Unit unit) {
    return unit.isHelped() ? OptionalLong.of(undone) : OptionalLong.empty();
  }

  @Override
  long bytesOfMembers(Unit unit) {
    if (!engine.sharesSnapshots()) return 0;
    try (var row = unit.query("select pg_relation_size('account')")) {
      return row.next() ? row.number(1) : 0;
    }
  }

  @Override
  boolean mayRead(Unit unit, String table) {
    try (var row = unit.query("select 1 where has_table_privilege(?, 'select')").set(1, table)) {
      return row.next();
    }
  }

  @Override
  Optional<Engine> engine() {
    return Optional.of(engine);
  }

  /** What the server is goes with this question, so that knowing it costs no way of its own. */
  @Override
  boolean hasTables(Connection connection) throws SQLException {
    var told = Engine.told(connection);
    var sql = told.isPresent() ? TABLES : TABLES + ", " + Engine.QUESTION;
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      engine = told.orElseGet(() -> Engine.of(found, 2));
      return found.getBoolean(1);
    }
  }

  @Override
  Attempts attempts() {
    return ATTEMPTS;
  }
}
