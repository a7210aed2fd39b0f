package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.store.server.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract on a PostgreSQL that says that it is a CockroachDB, with the tables that one gets:
 * nothing goes by COPY, and nothing is said of collations and triggers.
 */
class CockroachStoreTest extends AccountContract {
  @Override
  Database open() {
    var url = Server.running().empty();
    // Flyway speaks to a CockroachDB in words of its own, which no disguise understands.
    Disguise.run(url, tables());
    Disguise.says(url, "CockroachDB CCL v24.3.1 (x86_64-pc-linux-gnu)");
    return Database.open(url);
  }

  private static String tables() {
    var guards = "guards/" + Engine.COCKROACHDB.guarded();
    var tables = text("postgresql/V1__ledger.sql") + text("postgresql/V2__pilots_and_contacts.sql");
    return tables.replace("${bytewise}", Engine.COCKROACHDB.bytewise())
        + text(guards + "/V1.1__append_only.sql")
        + text(guards + "/V2.1__append_only_pilots.sql");
  }

  private static String text(String resource) {
    try (var in = Database.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itsTriggersLookAtRowsAndItsTextsHaveNoCollation() {
    assertEquals(7, count("select count(*) from pg_trigger where not tgisinternal and tgtype & 1 = 1"));
    assertEquals(
        0,
        count(
            "select count(*) from information_schema.columns"
                + " where collation_name = 'C' and table_schema = 'public'"));
  }

  private long count(String sql) {
    return database.read(
        unit -> {
          try (var row = unit.query(sql)) {
            row.next();
            return row.number(1);
          }
        });
  }

  @Test
  void isTakenForWhatItSaysItIs() {
    assertEquals(Optional.of(Engine.COCKROACHDB), database.read(Unit::engine));
  }
}
