package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.home.Server;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.pilot.PilotRows;
import dev.kopilka.store.rows.SettingRows;
import dev.kopilka.store.server.Login;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
