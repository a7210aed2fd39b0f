package dev.kopilka.store.server;

import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.SqlTrouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A transaction as the server knows it, so that it can be asked what became of one whose commit was
 * not answered. The server remembers that by the number, and gives a number again if it crashed
 * before anything of that number was on disk; but then its recovery ends with a checkpoint, behind
 * all that was on disk before. So its word counts only if it is still the same server and has made no
 * checkpoint since (PostgreSQL's sources: {@code pg_xact_status} in xid8funcs.c, the end of recovery
 * in xlog.c).
 *
 * @param number of the transaction
 * @param server when it was started: no two that stand in for each other were started at once
 * @param onDisk up to where its log was on disk when the transaction began
 */
public record Begun(String number, String server, String onDisk) {
  /** What is asked with the first statement of a transaction: the columns of this record. */
  public static final String COLUMNS =
      "pg_current_xact_id(), pg_postmaster_start_time(), pg_current_wal_flush_lsn()";

  private static final String STATUS =
      """
      select pg_xact_status(cast(? as xid8)),
        pg_postmaster_start_time() = cast(? as timestamptz) and checkpoint_lsn < cast(? as pg_lsn)
      from pg_control_checkpoint()
      """;

  private static final String COMMITTED = "committed";
  private static final String IN_PROGRESS = "in progress";

  static Begun of(ResultSet row) throws SQLException {
    row.next();
    return new Begun(row.getString(1), row.getString(2), row.getString(3));
  }

  /**
   * Whether it is known to have been committed. False where it was not, or where the server cannot
   * say; then whether its work is there is to be found by what it would have written.
   *
   * @throws Trouble.Storage if the server is away, or has not yet noticed that the caller is
   */
  public boolean isCommitted(Connection other) {
    try {
      var status = status(other);
      other.rollback();
      if (status.equals(IN_PROGRESS)) throw SqlTrouble.away();
      return status.equals(COMMITTED);
    } catch (SQLException e) {
      var trouble = SqlTrouble.of(e);
      if (trouble instanceof Trouble.Storage away && SqlTrouble.isAway(away)) throw away;
      // It may forbid the question; that is no answer either.
      return false;
    }
  }

  private String status(Connection other) throws SQLException {
    try (var statement = other.prepareStatement(STATUS)) {
      statement.setString(1, number);
      statement.setString(2, server);
      statement.setString(3, onDisk);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(2) && row.getString(1) != null ? row.getString(1) : "";
      }
    }
  }
}
