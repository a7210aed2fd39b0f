package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.command.imports.Child;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands where a ledger is to be made: leavings of somebody who was killed, which the same command
 * makes whole, or what is somebody else's, which nobody touches. {@code -Dkopilka.kills=300} makes it
 * the soak.
 */
class LeftoverTest {
  private static final int KILLS = Integer.getInteger("kopilka.kills", 2);
  private static final long SEED = Long.getLong("kopilka.seed", 20261128);

  @TempDir Path folder;
  private int files;

  private String file() {
    return folder.resolve("club-" + files++ + ".db").toString();
  }

  private static Typed type(String place, String line) {
    return Typed.anywhere().with("KOPILKA_DB", place).with("KOPILKA_ACTOR", "tester").type(line);
  }

  private static Typed done(String place, String line) {
    var typed = type(place, line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  private static boolean isThereAlready(Typed typed) {
    return typed.exit() == Exit.STORAGE && typed.err().contains("There is a ledger at");
  }

  /** A small ledger to copy from. */
  private String source() throws IOException {
    var source = file();
    done(source, "init");
    var programme = folder.resolve("p.yaml");
    Files.writeString(programme, type(source, "program example cafe").out());
    done(source, "program apply " + programme + " --effective 2026-01-01");
    done(source, "enroll add M-1 --enrolled-at 2026-01-10");
    return source;
  }

  private static String text(String place, String sql) {
    try (var database = Database.open(place)) {
      return database.read(
          unit -> {
            try (var row = unit.query(sql)) {
              row.next();
              return row.text(1);
            }
          });
    }
  }

  /** It is a whole ledger of its owner's alone, made once. */
  private static void isWhole(String place) throws Exception {
    assertTrue(isThereAlready(type(place, "init")), place);
    assertTrue(isThereAlready(type(place, "init --dry-run")), place);
    done(place, "db check");
    assertEquals("1", text(place, "select count(*) from log where action = 'init'"));
    if (place.startsWith("jdbc:")) return;
    var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(place)));
    assertEquals("rw-------", rights);
  }

  @Test
  void aFileInWhichThereIsNothingIsMadeALedger() throws Exception {
    var place = Files.createFile(folder.resolve("touched.db")).toString();
    done(place, "init --dry-run");
    done(place, "init");
    isWhole(place);
    var to = Files.createFile(folder.resolve("copy.db")).toString();
    done(to, "db copy " + place + " " + to);
    isWhole(to);
  }

  /** As a program left it that was killed between two steps of the schema. */
  @Test
  void aSchemaThatEndsAmidItsStepsIsMadeWhole() throws Exception {
    for (var place : List.of(UpgradeTest.file(folder), UpgradeTest.server())) {
      done(place, "init --dry-run");
      done(place, "init");
      isWhole(place);
    }
    Files.delete(folder.resolve("old.db"));
    var from = source();
    for (var place : List.of(UpgradeTest.file(folder), UpgradeTest.server())) {
      done(place, "db copy " + from + " " + place);
      isWhole(place);
    }
  }

  /** As it is left by who was killed between the last step of the schema and what comes after it. */
  @Test
  void aLedgerInWhichNothingHappenedIsMadeWhole() throws Exception {
    var from = source();
    for (var line : List.of("init", "db copy " + from + " ")) {
      for (var place : List.of(file(), Server.running().empty())) {
        Schema.create(place);
        done(place, line.endsWith(" ") ? line + place : line);
        isWhole(place);
      }
    }
  }

  /** Whatever is there after a kill, the same command goes on, or says that there was nothing left to do. */
  @ParameterizedTest
  @ValueSource(strings = {"init file", "copy file", "copy server"})
  void whereverItIsKilledTheSameCommandGoesOn(String what) throws Exception {
    var random = new Random(SEED);
    var from = source();
    for (var kills = 0; kills < KILLS; ) {
      var place = what.endsWith("file") ? file() : Server.running().empty();
      var line = what.startsWith("init") ? "init" : "db copy " + from + " " + place;
      var child = Child.at(folder, place, line.split(" "));
      while (!child.endsWithin(1) && !isBegun(place)) continue;
      if (!child.endsWithin(random.nextInt(1_000))) {
        child.kill();
        kills++;
      }
      var again = type(place, line);
      assertTrue(again.exit() == Exit.DONE || isThereAlready(again), again.err());
      assertTrue(isThereAlready(type(place, line)));
      done(place, "db check");
    }
    System.out.println(KILLS + " times killed amid " + what + ", seed " + SEED);
  }

  /** An older ledger is of one schema or the other, and the same command brings it to the newer one. */
  @ParameterizedTest
  @ValueSource(strings = {"file", "server"})
  void killedAmidTheUpgradeItIsGoneOnWith(String what) throws Exception {
    var random = new Random(SEED);
    for (var kills = 0; kills < KILLS; ) {
      var isFile = what.equals("file");
      var place = isFile ? UpgradeTest.file(Files.createTempDirectory(folder, "old")) : UpgradeTest.server();
      var child = Child.at(folder, place, "db", "migrate");
      while (!isFile && !child.endsWithin(1) && !isBegun(place)) continue;
      if (!child.endsWithin(random.nextInt(1_000))) {
        child.kill();
        kills++;
      }
      done(place, "db migrate");
      done(place, "db check");
      assertEquals("2", text(place, "select value from setting where name = 'schema'"));
    }
    System.out.println(KILLS + " times killed amid the upgrade of a " + what + ", seed " + SEED);
  }

  private static boolean isBegun(String place) {
    if (!place.startsWith("jdbc:")) return Files.exists(Path.of(place));
    var callers = "select count(*) from pg_stat_activity where datname = '" + Server.name(place) + "'";
    return !Server.running().text(callers).equals("0");
  }

  private static void execute(String place, String... statements) throws SQLException {
    var url = place.startsWith("jdbc:") ? place : "jdbc:sqlite:" + place;
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      for (var sql : statements) statement.execute(sql);
    }
  }

  /** A table of somebody else may have the name of one of ours. */
  @ParameterizedTest
  @ValueSource(strings = {"create table sale (n integer)", "create table setting (n integer)", "create view sale as select 1 as n"})
  void whatIsSomebodyElsesIsToldAndNotTouched(String sql) throws Exception {
    var from = source();
    var name = sql.split(" ")[2];
    for (var place : List.of(file(), Server.running().empty())) {
      execute(place, sql);
      var before = place.startsWith("jdbc:") ? new byte[0] : Files.readAllBytes(Path.of(place));
      for (var line : List.of("init", "init --dry-run", "db copy " + from + " " + place, "db copy --dry-run " + from + " " + place)) {
        var typed = type(place, line);
        assertEquals(Exit.STORAGE, typed.exit(), line);
        assertTrue(typed.err().contains("there is something else already: " + name), line + ": " + typed.err());
        assertTrue(typed.err().contains("a database of its own"), typed.err());
      }
      if (!place.startsWith("jdbc:")) assertArrayEquals(before, Files.readAllBytes(Path.of(place)));
      execute(place, "drop " + (sql.contains("view") ? "view " : "table ") + name);
      done(place, "init");
    }
  }

  /** What extensions bring stands in nobody's way, and of many names a few are told. */
  @Test
  void ofManyThingsAFewAreTold() throws Exception {
    var place = Server.running().empty();
    execute(place, "create function a() returns int language sql as 'select 1'", "create sequence b", "create table c (n int)", "create table d (n int)");
    var typed = type(place, "init");
    assertTrue(typed.err().contains("already: a, b, c, …"), typed.err());
  }
}
