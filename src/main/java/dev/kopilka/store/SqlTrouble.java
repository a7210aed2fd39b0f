package dev.kopilka.store;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
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

  private static final String AWAY = "DATABASE_AWAY";
  private static final String DAMAGED = "DATABASE_DAMAGED";
  private static final String FORBIDDEN = "DATABASE_FORBIDDEN";

  private SqlTrouble() {}

  /** The server cannot be reached at the moment. */
  public static Trouble.Storage away() {
    return new Trouble.Storage(Problem.of(AWAY), null);
  }

  /** A row that is always there is not shown to this user, which no exception tells. */
  public static Trouble.Storage forbidden() {
    return new Trouble.Storage(Problem.of(FORBIDDEN), null);
  }

  /** Whether it says that the server is away: then a transaction may have been committed unheard. */
  public static boolean isAway(Trouble.Storage trouble) {
    return trouble.problem().code().equals(AWAY);
  }

  /** Whether it says that this user may not do that. */
  public static boolean isForbidden(Trouble.Storage trouble) {
    return trouble.problem().code().equals(FORBIDDEN);
  }

  /**
   * A storage trouble where the database could not do its work; an {@link IllegalStateException}
   * where it says that our statement was wrong, which is a bug.
   */
  public static RuntimeException of(SQLException e) {
    if (e.getCause() instanceof NativeLibraryNotFoundException) {
      return new Trouble.Storage(Problem.of("DATABASE_LIBRARY").with("folder", UNPACKED), e);
    }
    if (isUntrusted(e)) return new Trouble.Storage(Problem.of("DATABASE_UNTRUSTED"), e);
    if (isMisnamed(e)) return new Trouble.Storage(Problem.of("DATABASE_MISNAMED"), e);
    if (isPlain(e)) return new Trouble.Storage(Problem.of("DATABASE_PLAIN"), e);
    // SQLite knows no states; of a batch to a server the driver tells in an exception of Java's own.
    var state = e.getSQLState();
    var code = state == null ? ofNumber(e.getErrorCode()) : ofState(state);
    if (code.isEmpty()) return new IllegalStateException("statement failed: " + e.getMessage(), e);
    return new Trouble.Storage(Problem.of(code), e);
  }

  /** Whether the server showed a certificate that we do not take, which the driver calls a lost link. */
  private static boolean isUntrusted(SQLException e) {
    for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) return true;
    }
    return false;
  }

  /** Whether its certificate is another host's: of this the driver tells by words alone, and its own name. */
  private static boolean isMisnamed(SQLException e) {
    return e.getMessage() != null && e.getMessage().contains("HostnameVerifier");
  }

  /** Whether what was read is no database, or one no longer. */
  static boolean isDamage(Trouble.Storage trouble) {
    return trouble.problem().code().equals(DAMAGED);
  }

  /** Whether the server speaks no TLS: the driver calls it a way that is barred, and says it in our language. */
  private static boolean isPlain(SQLException e) {
    return e instanceof PSQLException && GT.tr("The server does not support SSL.").equals(e.getMessage());
  }

  private static String ofNumber(int number) {
    // The extended codes of SQLite carry the primary one in their lowest byte.
    return switch (number & 0xff) {
      case BUSY, LOCKED -> "DATABASE_BUSY";
      case READ_ONLY -> "DATABASE_READ_ONLY";
      case IO -> "DATABASE_IO";
      case CORRUPT, NOT_A_DATABASE -> DAMAGED;
      case FULL -> "DATABASE_FULL";
      case CANNOT_OPEN -> "DATABASE_UNREACHABLE";
      default -> "";
    };
  }

  /** By the classes and codes of PostgreSQL's manual, appendix A. */
  private static String ofState(String state) {
    return switch (state) {
      // Somebody else was first: with the same key, or in the order that was needed, or for too long.
      case "40001", "40P01", "23505", "55P03" -> "DATABASE_CONFLICT";
      // It went, or ended a session that did nothing for too long. CockroachDB does not know itself
      // what became of a commit (40003): that is as good as a link that was cut.
      case "57P01", "57P02", "57P03", "57P05", "25P03", "40003" -> AWAY;
      case "57014", "25P04" -> "DATABASE_STOPPED";
      case "53100" -> "DATABASE_FULL";
      case "25006" -> "DATABASE_READ_ONLY";
      case "3D000", "3F000" -> "DATABASE_MISSING";
      case "42501" -> FORBIDDEN;
      case "58030" -> "DATABASE_IO";
      default -> ofClass(state);
    };
  }

  private static String ofClass(String state) {
    // 08004 is the driver's own: there is no way in, as without a password where one is wanted.
    if (state.equals("08004")) return "DATABASE_LOGIN";
    if (state.startsWith("08")) return AWAY;
    if (state.startsWith("28")) return "DATABASE_LOGIN";
    if (state.startsWith("53")) return "DATABASE_CROWDED";
    return state.startsWith("XX") ? DAMAGED : "";
  }
}
