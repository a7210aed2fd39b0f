package dev.kopilka.command.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import dev.kopilka.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking after the database file. */
class UpkeepTest {
  @TempDir Path folder;
  private Typed.Place place;

  @BeforeEach
  void init() {
    place = Typed.Place.in(folder);
    assertEquals(Exit.DONE, place.type("init").exit());
  }

  @Test
  void infoReadsTheSettingsBack() {
    var info = place.type("db info -o json").out();
    for (var part :
        new String[] {
          "\"journal_mode\":\"wal\"",
          "\"synchronous\":\"2\"",
          "\"foreign_keys\":\"1\"",
          "\"secure_delete\":\"1\"",
          "\"mode\":\"0600\"",
          "{\"table\":\"log\",\"rows\":1}"
        }) {
      assertTrue(info.contains(part), part + " in " + info);
    }
  }

  @Test
  void aFileKnowsNoRoles() {
    var typed = place.type("db migrate --roles");
    assertEquals(Exit.STORAGE, typed.exit());
    assertTrue(typed.err().contains("A file knows no roles"), typed.err());
  }

  @Test
  void aBackupIsTheSameLedgerForItsOwnerAlone() throws Exception {
    var copy = folder.resolve("copy.db");
    assertEquals(Exit.DONE, place.type("db backup " + copy).exit());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    assertEquals(
        place.type("audit verify -o json").out(),
        place.type("audit verify -o json --db " + copy).out());
  }

  @Test
  void aBackupNeverWritesOverAFile() throws Exception {
    var copy = Files.writeString(folder.resolve("copy.db"), "mine");
    assertEquals(Exit.STORAGE, place.type("db backup " + copy).exit());
    assertEquals("mine", Files.readString(copy));
  }

  @Test
  void aBackupIsOneSnapshotWhileOthersWrite() throws Exception {
    var isWriting = new CountDownLatch(1);
    var writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (var database = Database.open(folder.resolve("kopilka.db").toString())) {
                    while (!Thread.currentThread().isInterrupted()) {
                      write(database);
                      isWriting.countDown();
                    }
                  }
                });
    isWriting.await();
    assertEquals(Exit.DONE, place.type("db backup " + folder.resolve("copy.db")).exit());
    writer.interrupt();
    writer.join();
    try (var copy = Database.open(folder.resolve("copy.db").toString())) {
      // Both rows of a unit are in the copy, or none.
      assertEquals("0", copy.read(unit -> text(unit, "select count(*) % 2 from segment_member")));
    }
  }

  private static void write(Database database) {
    database.write(
        false,
        unit -> {
          var next = Long.parseLong(text(unit, "select count(*) from segment_member"));
          for (var member : new long[] {next, next + 1}) {
            unit.run("insert into segment_member values ('s', " + member + ")");
          }
          return true;
        });
  }

  private static String text(dev.kopilka.store.Unit unit, String sql) {
    try (var row = unit.query(sql)) {
      row.next();
      return row.text(1);
    }
  }

  @Test
  void checkFailsWhereATriggerIsGone() throws Exception {
    assertEquals(Exit.DONE, place.type("db check").exit());
    try (var shell =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kopilka.db"));
        var statement = shell.createStatement()) {
      statement.execute("drop trigger entry_stays");
    }
    var typed = place.type("db check -o json");
    assertEquals(Exit.CHECK_FAILED, typed.exit());
    assertTrue(
        typed.out().contains("{\"check\":\"append_only_triggers\",\"ok\":false,\"found\":[\"1\"]}"),
        typed.out());
  }

  @Test
  void migratingACurrentLedgerChangesNothing() {
    assertTrue(place.type("db migrate -o json").out().endsWith("\"before\":2,\"after\":2}\n"));
    assertFalse(place.type("db migrate --dry-run --lang ru").err().isEmpty());
    assertEquals(Exit.STORAGE, place.type("db migrate --db " + folder.resolve("no.db")).exit());
  }
}
