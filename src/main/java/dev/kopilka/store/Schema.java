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
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and migrates the schema; only {@code init} and {@code db migrate} come here. */
public final class Schema {
  /** The file mode of a ledger, its logs and its copies. */
  public static final String MODE = "0600";

  private static final Set<PosixFilePermission> RIGHTS = PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<?> OWNER_ALONE = PosixFilePermissions.asFileAttribute(RIGHTS);

  private static final String HISTORY = "schema_history";

  /** So many names are told of what stands in the way. */
  private static final int TOLD = 3;

  /** Whoever migrates a file waits for another one who does, instead of failing amid it. */
  private static final String ALONE = "?transaction_mode=IMMEDIATE&busy_timeout=30000";

  private static final String TABLES = "classpath:dev/kopilka/store/postgresql";
  private static final String GUARDS = "classpath:dev/kopilka/store/guards/";

  private Schema() {}

  /** What {@code init} and {@code migrate} answer: the schema before and after, 0 for none. */
  public record Migrated(int before, int after) {}

  /** Makes a new ledger: a file that only its owner can read, or tables on a server. */
  public static Migrated create(String location) {
    return create(location, Login.NONE);
  }

  /**
   * The same; refuses where a ledger or anything else is already. What an earlier attempt left that
   * was killed is made whole.
   */
  public static Migrated create(String location, Login login) {
    checkVacant(location, login);
    var where = Location.of(location);
    if (where instanceof Location.InFile) ownPrivately(where);
    return migrate(where, login, 0);
  }

  private static boolean isMade(Location where, Login login) {
    try {
      return found(where, login) == Database.SCHEMA;
    } catch (Trouble.Storage another) {
      // The first trouble is the one to tell.
      return false;
    }
  }

  /** The schema of a ledger into which somebody is copying another one. */
  static final int COPYING = -1;

  /** What stands in its settings for the number of a schema. */
  public static final String COPY = "copying";

  /** In a ledger in which anything ever happened one of these has rows, the log first of all. */
  private static final String USED =
      """
      exists (select 1 from log) or exists (select 1 from member) or exists (select 1 from programme)
      """;

  /** Whether a copy into that place was begun and has not ended. */
  public static boolean isCopying(String location, Login login) {
    var where = Location.of(location);
    try {
      return !isFree(where) && found(where, login) == COPYING;
    } catch (Trouble.Storage e) {
      // What is no database at all is nobody's copy.
      if (SqlTrouble.isDamage(e)) return false;
      throw e;
    }
  }

  /** Nothing is there, or the file that somebody made who was killed before anything was in it. */
  private static boolean isFree(Location where) {
    if (!(where instanceof Location.InFile(var file))) return false;
    try {
      return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
          || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0;
    } catch (IOException e) {
      throw where.trouble("DATABASE_UNREACHABLE");
    }
  }

  /**
   * Says now whether {@link #create} would find its place free; makes nothing. Free is also a ledger
   * in which nothing ever happened: whoever made it was killed before they had begun to use it.
   */
  public static void checkVacant(String location, Login login) {
    var where = Location.of(location);
    if (where instanceof Location.InFile(var file)) {
      checkFolder(where, file);
      if (isFree(where)) return;
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw where.trouble("DATABASE_TAKEN");
      }
    }
    var dialect = Dialect.of(where);
    try (var connection = dialect.look(where, login)) {
      checkVacant(where, connection, dialect);
    } catch (SQLException e) {
      throw where.trouble(e);
    } catch (Trouble.Storage e) {
      // Whatever it is that is no database, it is somebody's.
      throw SqlTrouble.isDamage(e) ? where.trouble("DATABASE_TAKEN") : e;
    }
  }

  private static void checkFolder(Location where, Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) return;
    var folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw where.trouble("DATABASE_UNREACHABLE");
    }
  }

  private static void checkVacant(Location where, Connection connection, Dialect dialect)
      throws SQLException {
    var version = version(connection, dialect);
    if (version == COPYING) throw where.trouble("DATABASE_COPYING");
    if (version > Database.SCHEMA) throw where.trouble("DATABASE_EXISTS");
    if (version == 0) {
      var others = texts(connection, dialect.contents());
      others.remove(HISTORY);
      if (!others.isEmpty()) throw notEmpty(where, others);
    } else if (!texts(connection, "select 1 where " + USED).isEmpty()) {
      throw where.trouble("DATABASE_EXISTS");
    }
  }

  private static Trouble notEmpty(Location where, List<String> others) {
    var some = String.join(", ", others.subList(0, Math.min(TOLD, others.size())));
    return new Trouble.Storage(
        Problem.of("DATABASE_NOT_EMPTY")
            .with("database", where.toString())
            .with("found", others.size() > TOLD ? some + ", …" : some),
        null);
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) texts.add(rows.getString(1));
    }
    return texts;
  }

  /** The schema of an existing ledger, which may be older than this program's. */
  public static int of(String location, Login login) {
    var where = Location.of(location);
    if (where instanceof Location.InFile(var file) && Files.notExists(file)) {
      throw where.trouble("DATABASE_MISSING");
    }
    var version = found(where, login);
    if (version == 0) throw where.trouble(where.withoutLedger());
    if (version == COPYING) throw where.trouble("DATABASE_COPYING");
    if (version > Database.SCHEMA) {
      var problem = Problem.of("SCHEMA_NEWER").with("database", where.toString());
      throw new Trouble.Storage(
          problem.with("found", version).with("expected", Database.SCHEMA), null);
    }
    return version;
  }

  private static int found(Location where, Login login) {
    var dialect = Dialect.of(where);
    try (var connection = dialect.look(where, login)) {
      return version(connection, dialect);
    } catch (SQLException e) {
      throw where.trouble(e);
    } catch (RuntimeException e) {
      throw where.trouble(e);
    }
  }

  /** Brings an existing ledger to the schema of this program. */
  public static Migrated migrate(String location, Login login) {
    var where = Location.of(location);
    return migrate(where, login, of(location, login));
  }

  /**
   * Flyway lets one migrator in at a time on a server, and all steps with their records are one
   * transaction: whoever is killed leaves nothing half done.
   */
  private static Migrated migrate(Location where, Login login, int before) {
    try {
      var flyway = Flyway.configure().table(HISTORY).group(true);
      switch (where) {
        case Location.InFile(var file) ->
            flyway
                .dataSource("jdbc:sqlite:" + file + ALONE, null, null)
                .locations("classpath:dev/kopilka/store/sqlite");
        case Location.OnServer(var url) -> {
          var engine = engine(where, login);
          flyway
              .dataSource(new ServerSource(url, login))
              .placeholders(Map.of("bytewise", engine.bytewise()))
              .locations(TABLES, GUARDS + engine.guarded());
        }
      }
      flyway.load().migrate();
    } catch (FlywayException e) {
      // Somebody else who does it at the same time may have been first.
      if (!isMade(where, login)) throw failed(where, e);
    }
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
    var problem = Problem.of("MIGRATION_FAILED").with("database", where.toString());
    return new Trouble.Storage(problem, e);
  }

  /** The file exists with mode 0600 before SQLite opens it; the log files beside it follow it. */
  public static void createPrivately(Location where) {
    if (!(where instanceof Location.InFile(var file))) throw where.trouble("DATABASE_NOT_A_FILE");
    try {
      Files.createFile(file, OWNER_ALONE);
    } catch (FileAlreadyExistsException e) {
      throw where.trouble("DATABASE_EXISTS");
    } catch (IOException e) {
      var problem = Problem.of("DATABASE_UNREACHABLE").with("database", where.toString());
      throw new Trouble.Storage(problem, e);
    }
  }

  /** The same for a file in which there may be nothing yet. */
  private static void ownPrivately(Location where) {
    var file = ((Location.InFile) where).file();
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      createPrivately(where);
      return;
    }
    try {
      Files.setPosixFilePermissions(file, RIGHTS);
    } catch (IOException e) {
      throw where.trouble("DATABASE_UNREACHABLE");
    }
  }

  /** The ledger's schema, 0 when the database holds no ledger. */
  static int version(Connection connection, Dialect dialect) {
    try {
      if (!dialect.hasTables(connection)) return 0;
      try {
        var schema = texts(connection, "select value from setting where name = 'schema'");
        if (schema.isEmpty()) return 0;
        return schema.getFirst().equals(COPY) ? COPYING : Integer.parseInt(schema.getFirst());
      } finally {
        if (!connection.getAutoCommit()) connection.rollback();
      }
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }
}
