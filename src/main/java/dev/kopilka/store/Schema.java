package dev.kopilka.store;

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
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and migrates the schema; only {@code init} and {@code db migrate} come here. */
public final class Schema {
  /** The file mode of a ledger, its logs and its copies. */
  public static final String MODE = "0600";

  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private Schema() {}

  /** What {@code init} and {@code migrate} answer: the schema before and after, 0 for none. */
  public record Migrated(int before, int after) {}

  /** Makes a new ledger file that only its owner can read. Refuses where something is already. */
  public static Migrated create(String location) {
    var where = Location.of(location);
    createPrivately(where);
    try {
      return migrate(where, 0);
    } catch (Trouble e) {
      // A file without a schema would stand in the way of the next try.
      forget(where);
      throw e;
    }
  }

  /** Says now whether {@link #create} would find its place free; makes nothing. */
  public static void checkVacant(String location) {
    var where = Location.of(location);
    if (Files.exists(where.file(), LinkOption.NOFOLLOW_LINKS)) {
      throw where.trouble("DATABASE_EXISTS");
    }
    var folder = where.file().toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw where.trouble("DATABASE_UNREACHABLE");
    }
  }

  /** Takes back a file that did not become a ledger. */
  public static void forget(Location where) {
    try {
      Files.deleteIfExists(where.file());
    } catch (IOException stays) {
      // The first trouble is the one to tell.
    }
  }

  /** The schema of an existing ledger, which may be older or newer than this program's. */
  public static int of(String location) {
    var where = Location.of(location);
    if (Files.notExists(where.file())) throw where.trouble("DATABASE_MISSING");
    try (var connection = Sqlite.open(where)) {
      var version = version(connection);
      if (version == 0) throw where.trouble("DATABASE_NOT_A_LEDGER");
      return version;
    } catch (SQLException e) {
      throw where.trouble(e);
    }
  }

  /** Brings an existing ledger to the schema of this program. */
  public static Migrated migrate(String location) {
    var where = Location.of(location);
    var before = of(location);
    if (before > Database.SCHEMA) {
      throw new Trouble.Storage(
          Problem.of("SCHEMA_NEWER")
              .with("database", where.toString())
              .with("found", before)
              .with("expected", Database.SCHEMA),
          null);
    }
    return migrate(where, before);
  }

  private static Migrated migrate(Location where, int before) {
    try {
      Flyway.configure()
          .dataSource("jdbc:sqlite:" + where.file(), null, null)
          .locations("classpath:dev/kopilka/store/sqlite")
          .table("schema_history")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new Trouble.Storage(
          Problem.of("MIGRATION_FAILED").with("database", where.toString()), e);
    }
    try (var connection = Sqlite.open(where)) {
      return new Migrated(before, version(connection));
    } catch (SQLException e) {
      throw where.trouble(e);
    }
  }

  /** The file exists with mode 0600 before SQLite opens it; the log files beside it follow it. */
  public static void createPrivately(Location where) {
    try {
      Files.createFile(where.file(), OWNER_ALONE);
    } catch (FileAlreadyExistsException e) {
      throw where.trouble("DATABASE_EXISTS");
    } catch (IOException e) {
      throw new Trouble.Storage(
          Problem.of("DATABASE_UNREACHABLE").with("database", where.toString()), e);
    }
  }

  /** The ledger's schema, 0 when the file holds no ledger. */
  static int version(Connection connection) {
    try (var statement = connection.createStatement();
        var tables =
            statement.executeQuery(
                "select count(*) from sqlite_master where type = 'table' and name = 'setting'")) {
      if (!tables.next() || tables.getInt(1) == 0) return 0;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select value from setting where name = 'schema'")) {
      return rows.next() ? Integer.parseInt(rows.getString(1)) : 0;
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }
}
