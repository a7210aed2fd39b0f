package dev.kopilka.command.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.audit.Verdict;
import dev.kopilka.audit.Verification;
import dev.kopilka.store.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with an SQL shell changes the ledger behind our back. */
class TamperedTest {
  /** The registry of ids holds hashes: its faults are named by the ids of the events. */
  private static final String EVENT_ID =
      """
      (select e.source || ':' || e.id from original.event e
       where e.member = t.member and e.number = t.number)
      """;

  /** Every table of the ledger, with the expression by which a fault names its rows. */
  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("event", "number"),
          Map.entry("entry", "seq"),
          Map.entry("draw", "seq || '/' || place"),
          Map.entry("lot", "entry"),
          Map.entry("hold", "entry"),
          Map.entry("standing", "entry"),
          Map.entry("account", "member"),
          Map.entry("event_key", EVENT_ID),
          Map.entry("identity", "substr(key, 1, instr(key, ':') - 1)"),
          Map.entry("budget", "rule"),
          Map.entry("stock", "reward"),
          Map.entry("programme", "version"));

  @TempDir Path folder;
  private Database database;
  private Connection shell;

  @BeforeEach
  void open() throws Exception {
    Shop.in(folder);
    var file = folder.resolve("kopilka.db");
    shell = DriverManager.getConnection("jdbc:sqlite:" + file);
    for (var trigger : texts("select name from sqlite_master where type = 'trigger'")) {
      run("drop trigger " + trigger);
    }
    run("pragma ignore_check_constraints = on");
    run("pragma synchronous = off", "vacuum into '" + folder.resolve("original.db") + "'");
    run("attach '" + folder.resolve("original.db") + "' as original");
    database = Database.open(file.toString());
  }

  @AfterEach
  void close() throws Exception {
    database.close();
    shell.close();
  }

  @Test
  void anUntouchedLedgerIsWhole() {
    assertEquals(List.of(), verdict().faults());
  }

  @Test
  void theVerdictDoesNotDependOnHowManyRead() throws Exception {
    run("update entry set points = points + 1 where member > 1", "delete from lot where member = 1");
    var alone = database.readTogether(1, units -> Verification.of(units, _ -> {}));
    assertEquals(alone, verdict());
    assertTrue(alone.faults().size() > 2, alone::toString);
  }

  /** Texts are fetched joined by this character; whoever puts it into one is found all the same. */
  @Test
  void aTextThatMovesIntoItsNeighbourIsFound() throws Exception {
    for (var change :
        List.of(
            "source = source || char(31) || id, id = ''",
            "channel = '', store = char(31) || store",
            "subject = subject || char(31)",
            "reference = char(31) || reference")) {
      run("update event set " + change + " where member = 1 and number = 2");
      var faults = verdict().faults();
      assertEquals("event 2", faults.isEmpty() ? "" : name(faults.getFirst()), change);
      restore("event");
    }
  }

  private static String name(Verdict.Named named) {
    return named.fault().table() + " " + named.fault().row();
  }

  @Test
  void everyTableHasRowsToTamperWith() throws Exception {
    for (var table : TABLES.keySet()) {
      assertTrue(Long.parseLong(texts("select count(*) from " + table).getFirst()) > 0, table);
    }
  }

  @Test
  void namesTheRowWhateverColumnOfItWasChanged() throws Exception {
    var missed = new ArrayList<String>();
    var tried = 0;
    for (var table : TABLES.keySet()) {
      for (var column : texts("select name from pragma_table_info('" + table + "')")) {
        for (var row : samples(table)) {
          for (var change : changes(table, column, row)) {
            tried++;
            run("update " + table + " set " + column + " = " + change + row.where);
            if (!isNamed(table, row)) {
              missed.add(table + "." + column + " = " + change + row.where + ": " + verdict().faults());
            }
            restore(table);
          }
        }
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(tried > 300, "only " + tried + " changes were tried");
    assertEquals(List.of(), verdict().faults());
  }

  @Test
  void namesARowThatWasDeleted() throws Exception {
    var missed = new ArrayList<String>();
    for (var table : TABLES.keySet()) {
      for (var row : samples(table)) {
        run("delete from " + table + row.where);
        if (!isNamed(table, row)) missed.add(table + row.where + ": " + verdict().faults());
        restore(table);
      }
    }
    assertEquals(List.of(), missed);
  }

  @Test
  void namesTheRowThatIsMissingWhenTheTailIsCut() throws Exception {
    var last = texts("select max(seq) from entry where member = 1").getFirst();
    for (var table : List.of("entry", "draw")) run("delete from " + table + " where member = 1 and seq = " + last);
    var faults = verdict().faults();
    assertEquals("entry " + last, faults.getFirst().fault().table() + " " + faults.getFirst().fault().row());
    assertEquals("1001", faults.getFirst().member());
  }

  @Test
  void namesTheFirstOfTwoEntriesThatWereSwapped() throws Exception {
    run(
        "update entry set seq = -1 where member = 1 and seq = 2",
        "update entry set seq = 2 where member = 1 and seq = 3",
        "update entry set seq = 3 where member = 1 and seq = -1");
    var faults = verdict().faults();
    assertEquals(1, faults.size(), faults::toString);
    assertEquals("2", faults.getFirst().fault().row());
  }

  @Test
  void namesOneRowOfEachMemberWhoseHistoryWasChanged() throws Exception {
    run("update entry set points = points + 1");
    var members = verdict().faults().stream().map(Verdict.Named::member).toList();
    assertEquals(List.of("1001", "1002", "1003"), members);
  }

  @Test
  void namesRowsThatNobodyWrote() throws Exception {
    var added =
        Map.of(
            "lot", "insert into lot values (4, 9, 'x', 0, 0, 2932896, 5, 5, 0)",
            "hold", "insert into hold values (4, 9, 30000, '9:5')",
            "standing", "insert into standing values (4, 9, 'gold', 0, 2932896, 'rule')",
            "draw", "insert into draw values (4, 9, 0, 1, 5)",
            "event_key", "insert into event_key values (5, 4, 9, 0)",
            "identity", "insert into identity values ('phone:+7', 4)",
            "budget", "insert into budget values ('base', 5)",
            "stock", "insert into stock values ('tea', 5, 0)",
            "programme", "insert into programme values (3, 0, '', '', '', 0, '', x'00')",
            "account", "insert into account values (99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, x'', x'')");
    for (var one : added.entrySet()) {
      run(one.getValue());
      var faults = verdict().faults();
      assertEquals(one.getKey(), faults.isEmpty() ? "" : faults.getFirst().fault().table());
      restore(one.getKey());
    }
  }

  @Test
  void namesAMemberWhoWasMergedOrPartedBehindItsBack() throws Exception {
    for (var change :
        List.of(
            "merged_into = 1 where member = 3", "status = 'active' where member = 3",
            "status = 'left' where member = 1", "merged_into = 2 where member = 1")) {
      run("update member set " + change);
      var faults = verdict().faults();
      assertEquals(List.of("member"), faults.stream().map(f -> f.fault().table()).toList(), change);
      run("update member set (status, merged_into) = (select status, merged_into"
          + " from original.member o where o.member = member.member)");
    }
    assertEquals(List.of(), verdict().faults());
  }

  /** A row to tamper with: how to find it, how a fault names it, whose it is. */
  private record Row(String where, String name, String member) {}

  /** The first, a middle and the last row of the table. */
  private List<Row> samples(String table) throws SQLException {
    var keys = texts("select name from pragma_table_info('" + table + "') where pk > 0 order by pk");
    var find = new ArrayList<String>();
    for (var key : keys) find.add("'" + key + " = ' || quote(" + key + ")");
    var isOfMember = !List.of("budget", "stock", "programme").contains(table);
    var member =
        isOfMember ? "(select code from original.member m where m.member = t.member)" : "''";
    var all = new ArrayList<Row>();
    try (var statement = shell.createStatement();
        var rows =
            statement.executeQuery(
                "select " + String.join(" || ' and ' || ", find) + ", " + TABLES.get(table) + ", "
                    + member + " from original." + table + " t order by 1")) {
      while (rows.next()) {
        all.add(new Row(" where " + rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    var size = all.size();
    return size < 3 ? all : List.of(all.getFirst(), all.get(size / 2), all.getLast());
  }

  /** Values that the column could be changed to, as SQL. */
  private List<String> changes(String table, String column, Row row) throws SQLException {
    var type = "select lower(type) from pragma_table_info('" + table + "') where name = '" + column + "'";
    return switch (texts(type).getFirst()) {
      // The second differs only beyond the 32 bits of an int.
      case "integer" -> List.of(column + " + 1000003", column + " + 4294967296");
      case "blob" -> List.of("x'01'", "x''");
      default -> List.of(column + " || 'x'", column + " || ' '", "'[' || " + column);
    };
  }

  private boolean isNamed(String table, Row row) {
    for (var named : verdict().faults()) {
      var fault = named.fault();
      if (fault.table().equals(table)
          && fault.row().equals(row.name)
          && named.member().equals(row.member)) return true;
    }
    return false;
  }

  private Verdict verdict() {
    // Three readers share few members: every span, and every seam between two, is tried.
    return database.readTogether(3, units -> Verification.of(units, _ -> {}));
  }

  private void restore(String table) throws SQLException {
    run("delete from " + table, "insert into " + table + " select * from original." + table);
  }

  private void run(String... statements) throws SQLException {
    try (var statement = shell.createStatement()) {
      for (var sql : statements) statement.execute(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = shell.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) texts.add(rows.getString(1));
    }
    return texts;
  }
}
