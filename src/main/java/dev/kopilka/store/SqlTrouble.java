package dev.kopilka.store;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;

/** The one place where JDBC's exceptions become ours; for {@code store} and its rooms only. */
public final class SqlTrouble {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int IO = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  /** Where the driver unpacks SQLite itself, unless the launcher has brought it unpacked. */
  private static final String UNPACKED =
      System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));

  private SqlTrouble() {}

  /**
   * A storage trouble where the database could not do its work; an {@link IllegalStateException}
   * where it says that our statement was wrong, which is a bug.
   */
  public static RuntimeException of(SQLException e) {
    if (e.getCause() instanceof NativeLibraryNotFoundException) {
      return new Trouble.Storage(Problem.of("DATABASE_LIBRARY").with("folder", UNPACKED), e);
    }
    // The extended codes of SQLite carry the primary one in their lowest byte.
    var code =
        switch (e.getErrorCode() & 0xff) {
          case BUSY, LOCKED -> "DATABASE_BUSY";
          case READ_ONLY -> "DATABASE_READ_ONLY";
          case IO -> "DATABASE_IO";
          case CORRUPT, NOT_A_DATABASE -> "DATABASE_DAMAGED";
          case FULL -> "DATABASE_FULL";
          case CANNOT_OPEN -> "DATABASE_UNREACHABLE";
          default -> "";
        };
    if (code.isEmpty()) return new IllegalStateException("statement failed: " + e.getMessage(), e);
    return new Trouble.Storage(Problem.of(code), e);
  }
}
