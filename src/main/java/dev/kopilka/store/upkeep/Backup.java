package dev.kopilka.store.upkeep;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import dev.kopilka.store.Location;
import dev.kopilka.store.Schema;
import dev.kopilka.store.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;

/**
 * Copies a ledger page by page through SQLite's online backup, while others may go on writing. A
 * plain copy of the file would lose what stands in its log.
 */
public final class Backup {
  private static final int PAGES_A_STEP = 2_000;
  private static final int PAUSE_MS = 100;
  private static final int PATIENCE = 300;

  private Backup() {}

  /** A copy that was opened and found sound. */
  public record Copied(long bytes) {}

  /** Hears how many pages of how many are copied. */
  public interface Progress {
    void at(long copied, long pages);
  }

  /** Copies the ledger into a new file that only its owner can read. */
  public static Copied of(Database database, String target, Progress progress) {
    if (!(database.location() instanceof Location.InFile)) {
      throw database.location().trouble("BACKUP_OF_SERVER");
    }
    var where = Location.of(target);
    Schema.createPrivately(where);
    try {
      database.read(unit -> copy(unit, where, progress));
      try (var copy = Database.open(target)) {
        var health = copy.read(unit -> Health.of(unit, where));
        if (!health.isOk()) throw failed(where, null);
      }
      return new Copied(Files.size(Path.of(where.toString())));
    } catch (IOException e) {
      forget(where.toString());
      throw failed(where, e);
    } catch (RuntimeException e) {
      forget(where.toString());
      throw e;
    }
  }

  /** Takes back a file that did not become a ledger. */
  private static void forget(String file) {
    try {
      Files.deleteIfExists(Path.of(file));
    } catch (IOException stays) {
      // The first trouble is the one to tell.
    }
  }

  private static boolean copy(Unit unit, Location where, Progress progress) {
    // Reading once fixes the snapshot: the backup keeps to the transaction that it finds open, so
    // it need not begin again whenever somebody writes.
    try (var row = unit.query("select count(*) from setting")) {
      row.next();
    }
    try {
      var source = unit.connection().unwrap(SQLiteConnection.class);
      var result =
          source
              .getDatabase()
              .backup(
                  "main",
                  where.toString(),
                  (remaining, pages) -> progress.at(pages - remaining, pages),
                  PAUSE_MS,
                  PATIENCE,
                  PAGES_A_STEP);
      if (result != 0) throw failed(where, null);
      return true;
    } catch (SQLException e) {
      throw failed(where, e);
    }
  }

  private static Trouble.Storage failed(Location where, Exception cause) {
    return new Trouble.Storage(
        Problem.of("BACKUP_FAILED").with("database", where.toString()), cause);
  }
}
