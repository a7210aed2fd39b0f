package dev.kopilka.store;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An open ledger: one connection, on which units of work run one after the other.
 *
 * <p>Transactions are begun and ended by statements of our own. sqlite-jdbc's {@code
 * transaction_mode=IMMEDIATE} can throw from {@code commit()} after the data is durable, and a
 * deferred transaction that reads before it writes loses every race (TRAPS 1–3).
 */
public final class Database implements AutoCloseable {
  /** The schema that this program reads and writes. */
  public static final int SCHEMA = 1;

  /** What a large transaction keeps in memory of the trees that it cannot fill in order. */
  private static final int CACHE_KIB = 48 << 10;

  /** The log is copied into the file at this size: pages that change often are copied less often. */
  private static final int LOG_PAGES = 64 << 10;

  /** So many bytes are read in about the time that another connection needs to open. */
  private static final long LARGE = 8 << 20;

  private final Location location;
  private final Connection connection;

  private Database(Location location, Connection connection) {
    this.location = location;
    this.connection = connection;
  }

  /** Opens an existing ledger of the current schema; never creates or migrates. */
  public static Database open(String location) {
    var where = Location.of(location);
    // What a folder without rights hides may well be there: opening it tells.
    if (Files.notExists(where.file())) throw where.trouble("DATABASE_MISSING");
    var database = new Database(where, Sqlite.open(where));
    try {
      database.checkSchema();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  private void checkSchema() {
    var found = Schema.version(connection);
    if (found == 0) throw location.trouble("DATABASE_NOT_A_LEDGER");
    if (found == SCHEMA) return;
    var code = found > SCHEMA ? "SCHEMA_NEWER" : "SCHEMA_OLDER";
    throw new Trouble.Storage(
        Problem.of(code)
            .with("database", location.toString())
            .with("found", found)
            .with("expected", SCHEMA),
        null);
  }

  public Location location() {
    return location;
  }

  /**
   * Runs the work in one transaction that holds the write lock from its start.
   *
   * @param dryRun do everything, then roll it back: the answer is what the real run would say
   */
  public <T> T write(boolean dryRun, Function<Unit, T> work) {
    return unit("begin immediate", dryRun ? "rollback" : "commit", work);
  }

  /**
   * The same for much work at once: what the unit puts off is written in a thread of its own. The
   * second connection reads what stood there after the lock was taken, so nobody else can have
   * changed it before this transaction ends.
   */
  public <T> T writeAside(Function<Unit, T> work) {
    execute("begin immediate");
    var done = false;
    try (var aside = Aside.of(Sqlite.open(location));
        var unit = new Unit(connection, Optional.of(aside))) {
      var answer = work.apply(unit);
      // The log cannot be emptied beyond a snapshot that is still being read.
      aside.end();
      execute("commit");
      done = true;
      return answer;
    } finally {
      if (!done) rollBack();
    }
  }

  /** Makes it fit for much work: pages are kept, and the log is emptied by its size. */
  public void enlarge() {
    execute("pragma cache_size = -" + CACHE_KIB);
    execute("pragma wal_autocheckpoint = " + LOG_PAGES);
  }

  /** Runs the work on one snapshot and changes nothing. */
  public <T> T read(Function<Unit, T> work) {
    return unit("begin", "rollback", work);
  }

  /** How many readers of a snapshot pay: a small ledger is read sooner than others are ready. */
  public int readers() {
    try (var unit = new Unit(connection)) {
      return unit.bytes() < LARGE ? 1 : Runtime.getRuntime().availableProcessors();
    }
  }

  /**
   * Runs the work on one snapshot that several threads may read, each through a unit of its own.
   *
   * @param wanted units; there are fewer, at least one, when others never stop writing
   */
  public <T> T readTogether(int wanted, Function<List<Unit>, T> work) {
    try (var together = Together.of(location, connection, wanted)) {
      return work.apply(together.units());
    }
  }

  private <T> T unit(String begin, String end, Function<Unit, T> work) {
    execute(begin);
    var done = false;
    try (var unit = new Unit(connection)) {
      var answer = work.apply(unit);
      execute(end);
      done = true;
      return answer;
    } finally {
      if (!done) rollBack();
    }
  }

  private void execute(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }

  private void rollBack() {
    try (var statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException alreadyRolledBack) {
      // A full disk or an I/O error ends the transaction by itself; the first error is the one to
      // tell, and without a commit nothing of the unit stays.
    }
  }

  /** The connection beneath, for backup and checks inside {@code store}. */
  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }
}
