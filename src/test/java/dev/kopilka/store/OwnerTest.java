package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login that is a member of the role that owns the ledger: it migrates, and is too much for every day. */
class OwnerTest {
  private static Typed type(String url, String line) {
    var typed = Typed.anywhere().with("KOPILKA_DB", url).with("KOPILKA_ACTOR", "tester").type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  @Test
  void migratesAndIsWarned() {
    // The roles are made by whoever may do everything; they are those of the whole server.
    type(Server.running().ledger(), "db migrate --roles");
    Server.running().run("drop role if exists test_owner");
    Server.running().run("create role test_owner login in role kopilka_owner");
    var url = UpgradeTest.server();
    for (var table : Disguise.texts(url, "select tablename from pg_tables where schemaname = 'public'")) {
      Disguise.run(url, "alter table " + table + " owner to kopilka_owner");
    }
    Disguise.run(url, "alter function kopilka_append_only() owner to kopilka_owner");
    Disguise.run(url, "grant usage, create on schema public to kopilka_owner");
    var owner = url.replace("user=postgres", "user=test_owner");
    var migrated = type(owner, "db migrate -o json");
    assertTrue(migrated.out().endsWith("\"before\":1,\"after\":2}\n"), migrated.out());
    type(owner, "db check");
    var info = type(owner, "db info");
    assertTrue(info.err().contains("This user owns the ledger."), info.err());
    // What the owner has made gets its rights like the rest.
    type(url, "db migrate --roles");
    assertTrue(type(owner, "db info").err().contains("This user owns the ledger."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "entry", "draw", "log", "pilot", "pilot_decision"})
  void notEvenTheOwnerChangesTheLedgerByMistake(String table) {
    try (var database = Database.open(Server.running().ledger())) {
      for (var sql : new String[] {"update " + table + " set actor = ''", "delete from " + table, "truncate " + table}) {
        var statement = table.equals("draw") ? sql.replace("actor = ''", "points = 0") : sql;
        var bug =
            assertThrows(
                IllegalStateException.class,
                () ->
                    database.write(
                        false,
                        unit -> {
                          unit.run(statement);
                          return true;
                        }));
        assertTrue(bug.getMessage().contains("KOPILKA_APPEND_ONLY " + table), bug.getMessage());
      }
    }
  }
}
