package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.pilot.PilotRows;
import dev.kopilka.store.rows.SettingRows;
import dev.kopilka.store.server.Login;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger that an older Kopilka made is brought to the schema of this one. */
class UpgradeTest {
  private static final String STORE = "classpath:dev/kopilka/store/";

  @TempDir Path folder;

  /** As the program did that knew schema 1. */
  private static FluentConfiguration older() {
    return Flyway.configure().table("schema_history").target("1.1?");
  }

  /** A new file of schema 1. */
  static String file(Path folder) {
    var file = folder.resolve("old.db").toString();
    older().dataSource("jdbc:sqlite:" + file, null, null).locations(STORE + "sqlite").load().migrate();
    return file;
  }

  /** The same on a server. */
  static String server() {
    var url = Server.running().empty();
    older()
        .dataSource(url, null, null)
        .locations(STORE + "postgresql", STORE + "guards/statement")
        .placeholders(Map.of("bytewise", " collate \"C\""))
        .load()
        .migrate();
    return url;
  }

  /** Two records of one step, or half of one, would be refused by the next who looks. */
  @Test
  void ofEightAtOnceOneDoesIt() throws Exception {
    for (var place : List.of(file(folder), server())) {
      var work = Collections.nCopies(8, (Callable<Schema.Migrated>) () -> Schema.migrate(place, Login.NONE));
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (var done : threads.invokeAll(work)) assertEquals(2, done.get().after());
      }
      var steps = "select count(*) from schema_history where version in ('2', '2.1')";
      var url = place.startsWith("jdbc:") ? place : "jdbc:sqlite:" + place;
      var expected = place.equals(url) ? "2" : "1";
      assertEquals(List.of(expected), Disguise.texts(url, steps));
      assertEquals(Exit.DONE, type(place, "db check").exit());
    }
  }

  private static Typed type(String place, String line) {
    return Typed.anywhere().with("KOPILKA_DB", place).with("KOPILKA_ACTOR", "tester").type(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"member list", "enroll add M-1", "db check", "db migrate", "db migrate --dry-run", "audit verify"})
  void aNewerOneIsRefusedByWhoDoesNotKnowIt(String line) {
    var file = folder.resolve("newer.db").toString();
    for (var place : List.of(file, Server.running().ledger())) {
      if (place.equals(file)) Schema.create(place);
      var url = place.equals(file) ? "jdbc:sqlite:" + place : place;
      Disguise.run(url, "update setting set value = '99' where name = 'schema'");
      var typed = type(place, line);
      assertEquals(Exit.STORAGE, typed.exit(), line);
      assertTrue(typed.err().contains("has schema 99, this Kopilka knows 2"), typed.err());
      assertTrue(typed.err().contains("Use the newer Kopilka"), typed.err());
      assertEquals(List.of("0"), Disguise.texts(url, "select count(*) from log"));
    }
  }

  @Test
  void pilotsAreKeptThereToo() {
    for (var place : List.of(file(folder), server())) {
      var old = assertThrows(Trouble.Storage.class, () -> Database.open(place));
      assertEquals("SCHEMA_OLDER", old.problem().code());
      assertEquals(new Schema.Migrated(1, 2), Schema.migrate(place, Login.NONE));
      try (var database = Database.open(place)) {
        assertEquals(List.of(), database.read(unit -> new PilotRows(unit).all()));
        var key = database.read(unit -> new SettingRows(unit).get("pilot_key")).orElseThrow();
        assertEquals(64, key.length());
      }
    }
  }
}
