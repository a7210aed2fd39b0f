package dev.kopilka.command.imports;

import static dev.kopilka.command.imports.Shop.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports from another database: of either sort, only read from. */
class QueryTest {
  private static final String ROWS =
      """
      insert into till (no, client, at, sum, note) values
        ('T-1', '1', '2026-11-01 10:30:00', 100.50, null),
        ('T-2', '2', '2026-11-02 11:00:00', 20.00, 'a "quoted", note; 1,5'),
        ('T-3', 'nobody', '2026-11-03 12:00:00', 70.00, '')""";
  private static final String QUERY = "select no, client, at, sum, note from till order by no";
  private static final List<String> MAP =
      List.of("--map", "no=id", "--map", "client=member", "--map", "at=occurred_at", "--map", "sum=amount", "--map", "note=attr.note");

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder.resolve("shop"));
  }

  private static void run(String url, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      for (var sql : statements) statement.execute(sql);
    }
  }

  /** A till's database: a file, or on a server. */
  private String till(String sort) throws SQLException {
    if (sort.equals("file")) {
      var file = folder.resolve("till.db").toString();
      run("jdbc:sqlite:" + file, "create table till (no text, client text, at text, sum numeric, note text)", ROWS);
      return file;
    }
    var url = Server.running().empty();
    run(url, "create table till (no text, client text, at timestamp, sum numeric(10,2), note text)", ROWS);
    return url;
  }

  private String[] words(String from, String query, String... more) {
    var words = new ArrayList<>(List.of("accrue", "import", "--from", from, "--query", query));
    words.addAll(MAP);
    words.addAll(List.of(more));
    if (!words.contains("--rejects")) words.addAll(List.of("--rejects", folder + "/rejects.csv"));
    return words.toArray(new String[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "server"})
  void rowsComeInAsThoseOfAFileDo(String sort) throws Exception {
    var from = till(sort);
    var rejects = folder.resolve("r.csv");
    var first = shop.json(words(from, QUERY, "--rejects", rejects.toString()));
    assertEquals("3,2,0,1,12", counts(first), first.err());
    assertTrue(first.err().contains("purchases: rows of a query.\n"), first.err());
    assertEquals(Exit.PARTIAL, first.exit());
    assertTrue(Files.readString(rejects).contains("MEMBER_NOT_FOUND"), Files.readString(rejects));
    assertTrue(Files.readString(rejects).contains("T-3,nobody"), Files.readString(rejects));
    var again = shop.json(words(from, QUERY, "--rejects", rejects.toString()));
    assertEquals("3,0,2,1,0", counts(again), again.err());
    assertEquals(
        List.of("10050 2000"),
        shop.ask("select min(case when id = 'T-1' then amount end) || ' ' || min(case when id = 'T-2' then amount end) from event where kind = 1"));
    assertEquals(List.of("query"), shop.ask("select distinct file from import_run where run > 1"));
  }

  @Test
  void momentsOfAServerAreMoments() throws Exception {
    var url = Server.running().empty();
    run(url, "create table t (id text, member text, occurred_at timestamptz, amount numeric)",
        "insert into t values ('A', '1', '2026-11-01 23:30:00+00', 50)");
    assertEquals("1,1,0,0,5", counts(shop.json("accrue", "import", "--from", url, "--query", "select * from t")));
    // 2026-11-01T23:30Z, which is the second of November in Moscow.
    assertEquals(List.of("1793575800000"), shop.ask("select occurred_at from event where id = 'A'"));
  }

  @Test
  void nothingIsWrittenThere() throws Exception {
    var file = till("file");
    var before = Files.readAllBytes(Path.of(file));
    shop.json(words(file, QUERY));
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(Path.of(file))));
    assertFalse(Files.exists(Path.of(file + "-wal")));
    run("jdbc:sqlite:" + file, "pragma journal_mode = wal");
    shop.json(words(file, QUERY));
    assertFalse(Files.exists(Path.of(file + "-wal")) || Files.exists(Path.of(file + "-shm")));
    for (var from : List.of(till("server"), file)) {
      for (var first : List.of("set transaction read write", "commit", "select 1")) {
        var several = first + "; delete from till; commit; " + QUERY;
        var refused = shop.json(words(from, several));
        assertEquals(Exit.USAGE, refused.exit(), refused.err());
        assertTrue(refused.err().contains("QUERY_NOT_ONE"), refused.err());
      }
      var typed = shop.run(words(from, "delete from till returning no, client, at, sum, note"));
      assertEquals(Exit.BAD_INPUT, typed.exit(), typed.err());
      assertTrue(typed.err().contains("a query may only read"), typed.err());
      assertEquals("2,2,0,0,12", counts(shop.json(words(from, "select * from till where no < 'T-3';\n", "--source", from))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "accrue import --from F, 2, ARGUMENT_MISSING",
    "accrue import --query Q, 2, ARGUMENT_MISSING",
    "accrue import r.csv --from F --query Q, 2, OPTIONS_EXCLUDE",
    "accrue import --from none.db --query Q, 7, QUERY_NO_DATABASE",
    "accrue import --from jdbc:oracle:x --query Q, 4, URL_NOT_KNOWN",
    "accrue import --from jdbc:postgresql://localhost/x?password=p --query Q, 4, URL_PASSWORD",
    "accrue import --from F --query selec, 4, QUERY_FAILED",
    "accrue import --from F --query select*from*nothing, 4, QUERY_FAILED",
    "accrue import --from F --query values(1), 4, KIND"
  })
  void whatIsWrongIsTold(String line, int exit, String code) throws Exception {
    var file = till("file");
    var words = line.split(" ");
    for (var i = 0; i < words.length; i++) {
      if (words[i].equals("F")) words[i] = file;
      if (words[i].equals("Q")) words[i] = QUERY;
    }
    var typed = shop.json(words);
    assertEquals(exit, typed.exit().code(), typed.err());
    assertTrue(typed.err().contains(code), typed.err());
  }

  @Test
  void membersComeFromADatabaseToo() throws Exception {
    var url = Server.running().empty();
    run(url, "create table client (code text, name text, since date)", "insert into client values ('N-1', 'Анна', '2026-02-01')");
    var typed = shop.json("enroll", "import", "--from", url, "--query", "select code as member, name, since as enrolled_at from client");
    assertEquals("1,1,0,0,0", counts(typed), typed.err());
  }
}
