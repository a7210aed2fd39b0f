package dev.kopilka.store;

import dev.kopilka.store.server.Engine;
import dev.kopilka.store.server.Login;
import dev.kopilka.store.server.ServerSource;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and migrates the schema; only {@code init} and {@code db migrate} come here. */
public final class Schema {
  /** The file mode of a ledger, its logs and its copies. */
  public static final String MODE = "0600";

  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final String TABLES = "classpath:dev/kopilka/store/postgresql";
  private static final String GUARDS = "classpath:dev/kopilka/store/guards/";

  private Schema() {}

  /** What {@code init} and {@code migrate} answer: the schema before and after, 0 for none. */
  public record Migrated(int before, int after) {}

  /** Makes a new ledger: a file that only its owner can read, or tables on a server. */
  public static Migrated create(String location) {
    return create(location, Login.NONE);
  }

  /** The same; refuses where a ledger is already. */
  public static Migrated create(String location, Login login) {
    var where = Location.of(location);
    if (where instanceof Location.OnServer) {
      checkVacant(location, login);
      return migrate(where, login, 0);
    }
    createPrivately(where);
    try {
      return migrate(where, login, 0);
    } catch (Trouble e) {
      // A file without a schema would stand in the way of the next try.
      forget(where);
      throw e;
    }
  }

  /** The schema of a ledger into which somebody is copying another one. */
  static final int COPYING = -1;

  private static final String COPY = "copying";

  /** Makes a ledger that nobody but a copy opens until it is whole. */
  public static void createForCopy(String location, Login login) {
    create(location, login);
    var where = Location.of(location);
    var dialect = Dialect.of(where);
    try (var connection = dialect.open(where, login);
        var statement = connection.createStatement()) {
      statement.execute("update setting set value = '" + COPY + "' where name = 'schema'");
      if (!connection.getAutoCommit()) connection.commit();
    } catch (SQLException e) {
      throw where.trouble(e);
    }
  }

  /** Whether a copy into that place was begun and has not ended. */
  public static boolean isCopying(String location, Login login) {
    var where = Location.of(location);
    if (where instanceof Location.InFile(var file) && Files.notExists(file)) return false;
    return found(where, login) == COPYING;
  }

  /** Says now whether {@link #create} would find its place free; makes nothing. */
  public static void checkVacant(String location, Login login) {
    switch (Location.of(location)) {
      case Location.OnServer where -> {
        if (found(where, login) > 0) throw where.trouble("DATABASE_EXISTS");
      }
      case Location.InFile where -> {
        if (Files.exists(where.file(), LinkOption.NOFOLLOW_LINKS)) {
          throw where.trouble("DATABASE_EXISTS");
        }
        var folder = where.file().toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
          throw where.trouble("DATABASE_UNREACHABLE");
        }
      }
    }
  }

  /** Takes back a file that did not become a ledger. */
  public static void forget(Location where) {
    if (!(where instanceof Location.InFile(var file))) return;
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // The first trouble is the one to tell.
    }
  }

  /** The schema of an existing ledger, which may be older or newer than this program's. */
  public static int of(String location, Login login) {
    var where = Location.of(location);
    if (where instanceof Location.InFile(var file) && Files.notExists(file)) {
      throw where.trouble("DATABASE_MISSING");
    }
    var version = found(where, login);
    if (version == 0) throw where.trouble(where.withoutLedger());
    if (version == COPYING) throw where.trouble("DATABASE_COPYING");
    return version;
  }

  private static int found(Location where, Login login) {
    var dialect = Dialect.of(where);
    try (var connection = dialect.open(where, login)) {
      return version(connection, dialect);
    } catch (SQLException e) {
      throw where.trouble(e);
    }
  }

  /** Brings an existing ledger to the schema of this program. */
  public static Migrated migrate(String location, Login login) {
    var where = Location.of(location);
    var before = of(location, login);
    if (before > Database.SCHEMA) {
      throw new Trouble.Storage(
          Problem.of("SCHEMA_NEWER")
              .with("database", where.toString())
              .with("found", before)
              .with("expected", Database.SCHEMA),
          null);
    }
    return migrate(where, login, before);
  }

  /**
   * Flyway lets one migrator in at a time, and each step is a transaction with its own record. Of
   * several that make a ledger at once one makes it; the others find that it is there.
   */
  private static Migrated migrate(Location where, Login login, int before) {
    int steps;
    try {
      var flyway = Flyway.configure().table("schema_history");
      switch (where) {
        case Location.InFile(var file) ->
            flyway
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:dev/kopilka/store/sqlite");
        case Location.OnServer(var url) -> {
          var engine = engine(where, login);
          flyway
              .dataSource(new ServerSource(url, login))
              .placeholders(Map.of("bytewise", engine.bytewise()))
              .locations(TABLES, GUARDS + engine.guarded());
        }
      }
      steps = flyway.load().migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw failed(where, e);
    }
    if (before == 0 && steps == 0) throw where.trouble("DATABASE_EXISTS");
    return new Migrated(before, found(where, login));
  }

  private static Engine engine(Location where, Login login) {
    var dialect = Dialect.of(where);
    try (var connection = dialect.open(where, login)) {
      dialect.hasTables(connection);
      return dialect.engine().orElseThrow();
    } catch (SQLException e) {
      throw where.trouble(e);
    }
  }

  /** What the database said, if that is a trouble of its own; else that it failed. */
  private static RuntimeException failed(Location where, FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (!(cause instanceof SQLException sql)) continue;
      var trouble = where.trouble(sql);
      if (trouble instanceof Trouble.Storage) return trouble;
    }
    return new Trouble.Storage(
        Problem.of("MIGRATION_FAILED").with("database", where.toString()), e);
  }

  /** The file exists with mode 0600 before SQLite opens it; the log files beside it follow it. */
  public static void createPrivately(Location where) {
    if (!(where instanceof Location.InFile(var file))) throw where.trouble("DATABASE_NOT_A_FILE");
    try {
      Files.createFile(file, OWNER_ALONE);
    } catch (FileAlreadyExistsException e) {
      throw where.trouble("DATABASE_EXISTS");
    } catch (IOException e) {
      throw new Trouble.Storage(
          Problem.of("DATABASE_UNREACHABLE").with("database", where.toString()), e);
    }
  }

  /** The ledger's schema, 0 when the database holds no ledger. */
  static int version(Connection connection, Dialect dialect) {
    try {
      if (!dialect.hasTables(connection)) return 0;
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("select value from setting where name = 'schema'")) {
        if (!rows.next()) return 0;
        var value = rows.getString(1);
        return value.equals(COPY) ? COPYING : Integer.parseInt(value);
      } finally {
        if (!connection.getAutoCommit()) connection.rollback();
      }
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }
}
