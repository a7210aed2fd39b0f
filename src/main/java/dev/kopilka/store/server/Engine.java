package dev.kopilka.store.server;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.SqlTrouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * Which of the servers it is that speak PostgreSQL's protocol, and all in which they differ for us.
 * What is said here of others than PostgreSQL is their own documentation's word: none of them could
 * be tried (src/docs/servers).
 */
public enum Engine {
  POSTGRESQL(true, true),

  /**
   * PostgreSQL whose tables are spread over nodes. A statement that holds rows is refused unless it
   * names the one value by which they are spread, so members are asked for and held one by one.
   */
  CITUS(true, false),

  /** A COPY commits every 20,000 rows there as long as nobody has set it otherwise. */
  YUGABYTEDB(false, true),

  /** Only administrators may COPY there. */
  COCKROACHDB(false, true);

  /**
   * What the server is asked beside the first question of a connection, if the driver did not hear
   * it: two columns of a select, for {@link #of(ResultSet, int)}.
   */
  public static final String QUESTION =
      "version(), exists (select 1 from pg_proc where proname = 'create_distributed_table')";

  private static final String YUGABYTE = "-YB-";
  private static final String COCKROACH = "CockroachDB";

  /** PostgreSQL's version from which on all that is asked of it is there and was tried. */
  private static final int OLDEST = 15;

  private static final Pattern NUMBER = Pattern.compile("PostgreSQL (([0-9]{1,4})\\S*)");

  private final boolean hasCopy;
  private final boolean holdsManyAtOnce;

  Engine(boolean hasCopy, boolean holdsManyAtOnce) {
    this.hasCopy = hasCopy;
    this.holdsManyAtOnce = holdsManyAtOnce;
  }

  /** What the server has said of itself while the connection was made, if that is enough. */
  public static Optional<Engine> told(Connection connection) throws SQLException {
    var server = connection.unwrap(PGConnection.class);
    if (server.getParameterStatus("crdb_version") != null) return Optional.of(COCKROACHDB);
    var version = server.getParameterStatus("server_version");
    var isYugabyte = version != null && version.contains(YUGABYTE);
    return isYugabyte ? Optional.of(YUGABYTEDB) : Optional.empty();
  }

  /** By the answer to {@link #QUESTION}, which begins with that column. */
  public static Engine of(ResultSet row, int column) {
    try {
      var version = row.getString(column);
      var engine = of(version, row.getBoolean(column + 1));
      if (engine == POSTGRESQL || engine == CITUS) checkAge(version);
      return engine;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  private static void checkAge(String version) {
    var number = NUMBER.matcher(version);
    if (!number.lookingAt() || Integer.parseInt(number.group(2)) >= OLDEST) return;
    throw new Trouble.Storage(
        Problem.of("SERVER_OLD").with("found", number.group(1)).with("expected", OLDEST), null);
  }

  static Engine of(String version, boolean distributes) {
    if (version.startsWith(COCKROACH)) return COCKROACHDB;
    if (version.contains(YUGABYTE)) return YUGABYTEDB;
    return distributes ? CITUS : POSTGRESQL;
  }

  /** As it is told: {@code postgresql}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Its own number: CockroachDB tells PostgreSQL's where it is asked for it by that name.
   *
   * @param told the answer to {@code select version()}
   * @param server the answer to {@code show server_version}
   */
  public String version(String told, String server) {
    return this == COCKROACHDB ? told.replaceFirst("^\\D*(v[0-9]\\S*).*", "$1") : server;
  }

  /** How a column of texts is declared that are compared byte by byte. */
  public String bytewise() {
    // There all texts are, and no column may say so (cockroachdb/cockroach#97415).
    return this == COCKROACHDB ? "" : " collate \"C\"";
  }

  /** Of what its triggers are told, which keep the ledger as it was written: a statement or a row. */
  public String guarded() {
    // There triggers came with version 24.3, and never look at a statement.
    return this == COCKROACHDB ? "row" : "statement";
  }

  /** Whether many rows go by COPY; else they go as rows of few inserts. */
  public boolean hasCopy() {
    return hasCopy;
  }

  /** Whether one statement may hold several members, and find them by another table's rows. */
  public boolean holdsManyAtOnce() {
    return holdsManyAtOnce;
  }

  /** Whether it can be asked what became of a transaction whose commit it did not answer. */
  public boolean tellsOutcomes() {
    // What the others would answer could not be tried.
    return this == POSTGRESQL || this == CITUS;
  }

  /** Whether one statement may insert into several tables. */
  public boolean weaves() {
    // Citus would have to know that all rows are the same member's; the others could not be tried.
    return this == POSTGRESQL;
  }

  /** Whether a connection may read what another one sees. */
  public boolean sharesSnapshots() {
    // What is spread over nodes has a snapshot on each of them.
    return this == POSTGRESQL;
  }

  /** Whether it has PostgreSQL's own views of what goes on in the server. */
  public boolean hasStatistics() {
    return this != COCKROACHDB;
  }
}
