package dev.kopilka.store.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Ledgers;
import dev.kopilka.store.Database;
import dev.kopilka.store.member.Roster.Sums;
import dev.kopilka.store.member.Statement.Between;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of two members: 1001 with lots and a tier, 0012 with nothing yet. */
class RosterTest {
  /** Day 20000 is 2024-10-04. */
  private static final LocalDate DAY = LocalDate.ofEpochDay(20_000);

  private static final List<String> ROWS =
      List.of(
          "insert into member values (1, '1001', 'active', 5, '', '', '', '', '', 0, 0)",
          "insert into member values (2, '0012', 'blocked', 6, '', '', '', '', '', 0, 0)",
          "insert into account values (1, 2, 2, 7, 0, 0, 0, 3, 4500, 99, 0, x'', x'')",
          // Spendable; on its last good day; lapsed; pending; with a part held.
          "insert into lot values (1, 1, 'a', 0, 19000, 30000, 100, 100, 0)",
          "insert into lot values (1, 2, 'a', 0, 20000, 20000, 10, 10, 0)",
          "insert into lot values (1, 3, 'a', 0, 19000, 19999, 1000, 1000, 0)",
          "insert into lot values (1, 4, 'a', 0, 20001, 30000, 5, 5, 0)",
          "insert into lot values (1, 5, 'a', 0, 19000, 30000, 50, 20, 30)",
          "insert into standing values (1, 1, 'silver', 19000, 30000, 'rule')",
          "insert into standing values (1, 2, 'gold', 20001, 30000, 'rule')",
          "insert into event values (1, 1, 1, 'till', 'A-1', 1000, 0, 1, '', 0, 0, 0, '', '', '',"
              + " '', '', '', '', '', 0, 0, 0, '', 0, x'')",
          "insert into entry values (1, 1, 1, 1, 100, 100, 100, 'base', 1, 0, 19000, 19001, 30000,"
              + " '', '', 1000, 1001, 'anna', x'')",
          "insert into entry values (1, 2, 0, 6, -40, 60, 0, '', 1, 1, 0, 0, 0, '', '1:40', 2000, 2001,"
              + " 'close', x'')");

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(Ledgers.created(folder.resolve("shop.db")));
    database.write(
        false,
        unit -> {
          // A server writes bytes otherwise than SQLite does.
          for (var row : ROWS) unit.run(Ledgers.areFiles() ? row : row.replace("x'", "'\\x"));
          return true;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static <T> List<T> all(Iterator<T> rows) {
    var all = new ArrayList<T>();
    rows.forEachRemaining(all::add);
    return all;
  }

  @Test
  void tellsWhatEachMemberHasOnTheDayInTheOrderOfCodes() {
    var lines = database.read(unit -> all(new Roster(unit).on(DAY, "")));
    assertEquals(
        List.of(
            new Roster.Line(2, "0012", "blocked", 6, "", new Sums(0, 0, 0, 0, 0, 0, 0)),
            new Roster.Line(
                1, "1001", "active", 5, "silver", new Sums(130, 5, 30, 7, 3, 4500, 99))),
        lines);
  }

  @Test
  void keepsToTheStatusAndTheDay() {
    var lines = database.read(unit -> all(new Roster(unit).on(DAY.plusDays(1), "active")));
    assertEquals(
        List.of(
            new Roster.Line(1, "1001", "active", 5, "gold", new Sums(125, 0, 30, 7, 3, 4500, 99))),
        lines);
  }

  @Test
  void putsTheEventBesideEachEntry() {
    var lines = database.read(unit -> all(new Statement(unit).of(1, Between.EVER)));
    assertEquals(List.of("A-1", ""), lines.stream().map(line -> line.event().id()).toList());
    assertEquals(LocalDate.ofEpochDay(30_000), lines.getFirst().terms().expiresOn());
    assertEquals(Statement.Opened.NOTHING, lines.getLast().terms());
    assertEquals(60, lines.getLast().balance());
  }

  @Test
  void cutsAStatementByBusinessTime() {
    var lines = database.read(unit -> all(new Statement(unit).of(1, new Between(1_001, 2_001))));
    assertEquals(List.of(2), lines.stream().map(Statement.Line::seq).toList());
    assertEquals(
        List.of(), database.read(unit -> all(new Statement(unit).of(1, new Between(0, 1_000)))));
  }
}
