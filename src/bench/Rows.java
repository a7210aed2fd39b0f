import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes to one ledger, with sqlite-jdbc and nothing else, the rows that another one has more: what
 * an import would cost if somebody else had decided everything. Rows are read portion by portion,
 * which is not counted, and written from memory in batches, which is.
 */
final class Rows {
  /** Tables that only grow: what the base has of them already is not written again. */
  private static final List<String> GROWING = List.of("member", "person", "event", "entry", "draw");

  private static final int PORTION = 100_000;
  private static final int BATCH = 1_000;
  private static final List<String> TABLES =
      List.of(
          "member", "person", "event", "entry", "draw", "account", "lot", "standing", "event_key");

  private final Connection connection;
  private long nanos;

  private Rows(Connection connection) {
    this.connection = connection;
  }

  /** Seconds that the writing took. */
  static double written(Path full, Path base) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + base)) {
      var rows = new Rows(connection);
      rows.run("pragma journal_mode = wal");
      rows.run("pragma synchronous = full");
      rows.run("attach '" + full + "' as full");
      for (var table : TABLES) rows.copy(table);
      return rows.nanos / 1e9;
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void copy(String table) throws SQLException {
    // What the base has already is written over, as an import does with accounts and lots.
    var key = table.equals("event_key") || table.equals("account") ? "rowid" : "1, 2";
    var select =
        GROWING.contains(table)
            ? "select * from full." + table + " except select * from main." + table
            : "select * from full." + table;
    try (var statement = connection.createStatement();
        var all = statement.executeQuery(select + " order by " + key)) {
      var columns = all.getMetaData().getColumnCount();
      var portion = new ArrayList<Object[]>(PORTION);
      while (all.next()) {
        var row = new Object[columns];
        for (var i = 0; i < columns; i++) row[i] = all.getObject(i + 1);
        portion.add(row);
        if (portion.size() == PORTION) write(table, portion);
      }
      write(table, portion);
    }
  }

  private void write(String table, List<Object[]> portion) throws SQLException {
    if (portion.isEmpty()) return;
    var began = System.nanoTime();
    run("savepoint portion");
    var marks = "?, ".repeat(portion.getFirst().length - 1) + "?";
    var sql = "insert or replace into main." + table + " values (" + marks + ")";
    try (var insert = connection.prepareStatement(sql)) {
      var waiting = 0;
      for (var row : portion) {
        bind(insert, row);
        if (++waiting % BATCH == 0) insert.executeBatch();
      }
      insert.executeBatch();
    }
    run("release portion");
    nanos += System.nanoTime() - began;
    portion.clear();
  }

  private static void bind(PreparedStatement insert, Object[] row) throws SQLException {
    for (var i = 0; i < row.length; i++) insert.setObject(i + 1, row[i]);
    insert.addBatch();
  }
}
