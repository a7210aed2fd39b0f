package dev.kopilka.store;

import dev.kopilka.store.server.Login;
import dev.kopilka.store.server.Marked;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An open ledger: one connection, on which units of work run one after the other. */
public final class Database implements AutoCloseable {
  /** The schema that this program reads and writes. */
  public static final int SCHEMA = 2;

  /** So many bytes are read in about the time that another connection needs to open. */
  private static final long LARGE = 8 << 20;

  private final Location location;
  private final Login login;
  private final Dialect dialect;
  private Connection connection;

  /** What the last helper read by, for the next one: a server takes its time to let somebody in. */
  private Optional<Connection> spare = Optional.empty();

  private Database(Location location, Login login) {
    this.location = location;
    this.login = login;
    this.dialect = Dialect.of(location);
    this.connection = dialect.open(location, login);
  }

  /** Opens an existing ledger of the current schema; never creates or migrates. */
  public static Database open(String location) {
    return open(location, Login.NONE);
  }

  /** The same on a server that may want a password. */
  public static Database open(String location, Login login) {
    var where = Location.of(location);
    // What a folder without rights hides may well be there: opening it tells.
    if (where instanceof Location.InFile(var file) && Files.notExists(file)) {
      throw where.trouble("DATABASE_MISSING");
    }
    var database = new Database(where, login);
    try {
      database.checkSchema();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  /** Opens a place that was made ready for a copy and is no ledger yet. */
  public static Database openForCopy(String location, Login login) {
    var database = new Database(Location.of(location), login);
    // What the schema is does not matter here; what the server is does.
    Schema.version(database.connection, database.dialect);
    return database;
  }

  private void checkSchema() {
    var found = Schema.version(connection, dialect);
    if (found == Schema.COPYING) throw location.trouble("DATABASE_COPYING");
    if (found == 0) throw location.trouble(location.withoutLedger());
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
   * Runs the work in one transaction that holds what it looks at from its start. Where a server
   * broke it off, the whole of it is run again; so the work leaves nothing outside the unit. It is
   * done once, and the answer is that of the attempt that stayed.
   *
   * @param dryRun do everything, then roll it back: the answer is what the real run would say
   */
  public <T> T write(boolean dryRun, Function<Unit, T> work) {
    if (dryRun || !dialect.holdsRows()) return writeKeyed(dryRun, work);
    var marked = new Marked<>(work);
    var answer = marked.told(() -> dialect.attempts().of(() -> once(marked)));
    forget(marked);
    return answer;
  }

  private <T> T once(Marked<T> marked) {
    var stayed = marked.isInDoubt() ? readOnce(marked::stayed) : Optional.<T>empty();
    return stayed.orElseGet(() -> writeOnce(false, marked::attempt));
  }

  private void forget(Marked<?> marked) {
    try {
      writeOnce(false, marked::forget);
    } catch (Trouble.Storage away) {
      // What was asked for is done; a mark that nobody looks for may stay.
    }
  }

  /** The same for work that finds by a key of its own what an earlier attempt has done. */
  public <T> T writeKeyed(boolean dryRun, Function<Unit, T> work) {
    return dialect.attempts().of(() -> writeOnce(dryRun, work));
  }

  <T> T writeOnce(boolean dryRun, Function<Unit, T> work) {
    act(dialect::beginWriting);
    return unit(true, !dryRun, work);
  }

  /**
   * The same for much work at once: what the unit puts off is written in a thread of its own, while a
   * second connection reads what stood there. In a file that is a snapshot, taken after the lock, so
   * nobody else can have changed it before this transaction ends; on a server it holds what it reads.
   */
  public <T> T writeAside(Function<Unit, T> work) {
    return dialect.attempts().of(() -> writeAsideOnce(work));
  }

  private <T> T writeAsideOnce(Function<Unit, T> work) {
    act(dialect::beginLarge);
    var done = false;
    try (var aside = aside();
        var unit = Unit.helped(connection, dialect, aside)) {
      var answer = work.apply(unit);
      aside.end();
      end(unit, true);
      done = true;
      if (dialect.holdsRows()) spare = Optional.of(aside.kept());
      return answer;
    } finally {
      if (!done) rollBack();
    }
  }

  private Aside aside() {
    try {
      var beside = spare.orElseGet(() -> dialect.open(location, login));
      spare = Optional.empty();
      return Aside.of(beside, dialect);
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }

  /** Makes it fit for much work: pages are kept, and the log is emptied by its size. */
  public void enlarge() {
    act(dialect::enlarge);
  }

  /**
   * Runs the work on one snapshot and changes nothing. Where a server broke it off, the whole of it is
   * run again on another one; so the work leaves nothing outside the unit.
   */
  public <T> T read(Function<Unit, T> work) {
    return dialect.attempts().of(() -> readOnce(work));
  }

  /** The same for work that shows what it reads: what was shown cannot be taken back. */
  public <T> T walk(Function<Unit, T> work) {
    dialect.attempts().of(this::beginReading);
    return unit(false, false, work);
  }

  private <T> T readOnce(Function<Unit, T> work) {
    beginReading();
    return unit(false, false, work);
  }

  private boolean beginReading() {
    act(dialect::beginReading);
    return true;
  }

  /** How many readers of a snapshot pay: a small ledger is read sooner than others are ready. */
  public int readers() {
    try (var unit = new Unit(connection, dialect, false)) {
      return unit.bytes() < LARGE ? 1 : Runtime.getRuntime().availableProcessors();
    }
  }

  /** The same for two tables that have one row a member each, on a server too. */
  public int pair() {
    return read(dialect::bytesOfMembers) < LARGE ? 1 : 2;
  }

  /**
   * Runs the work on one snapshot that several threads may read, each through a unit of its own.
   *
   * @param wanted units; there are fewer, at least one, when others never stop writing, or a server
   *     lets nobody else in
   */
  public <T> T readTogether(int wanted, Function<List<Unit>, T> work) {
    if (!(location instanceof Location.InFile file)) {
      return read(
          unit -> {
            try (var shared = Shared.of(unit, dialect, this::another, wanted)) {
              return work.apply(shared.units());
            }
          });
    }
    try (var together = Together.of(file, connection, wanted)) {
      return work.apply(together.units());
    }
  }

  private Connection another() {
    return dialect.open(location, login);
  }

  private <T> T unit(boolean isWriting, boolean stays, Function<Unit, T> work) {
    var done = false;
    try {
      T answer;
      try (var unit = new Unit(connection, dialect, isWriting)) {
        answer = work.apply(unit);
        end(unit, stays);
        done = true;
      }
      return answer;
    } finally {
      if (!done) rollBack();
    }
  }

  /** Ends it. Where nobody answered its commit, whoever can say what became of it is asked. */
  private void end(Unit unit, boolean stays) {
    try {
      act(_ -> unit.end(stays));
    } catch (Trouble.Storage trouble) {
      if (!stays || !SqlTrouble.isAway(trouble) || !isCommitted(unit)) throw trouble;
    }
  }

  private boolean isCommitted(Unit unit) {
    return unit.begun().isPresent()
        && dialect
            .attempts()
            .of(
                () -> {
                  act(_ -> {});
                  return unit.begun().get().isCommitted(connection);
                });
  }

  /** A step of a transaction. */
  private interface Step {
    void on(Connection connection) throws SQLException;
  }

  private void act(Step step) {
    try {
      if (connection.isClosed()) connection = dialect.open(location, login);
      step.on(connection);
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }

  private void rollBack() {
    try {
      dialect.rollBack(connection);
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
      if (spare.isPresent()) spare.get().close();
      connection.close();
    } catch (SQLException e) {
      throw location.trouble(e);
    }
  }
}
