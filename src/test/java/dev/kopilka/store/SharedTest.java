package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Server;
import dev.kopilka.store.rows.SettingRows;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several connections to a server that read as one. */
class SharedTest {
  private static final int READERS = 3;
  private static String url;

  @BeforeAll
  static void create() {
    url = Server.running().ledger();
    Server.running().run("create role shared_alone login connection limit 1");
    Server.running().run("grant pg_read_all_data to shared_alone");
  }

  @AfterAll
  static void drop() {
    Server.running().drop(url);
    Server.running().run("drop role shared_alone");
  }

  private static boolean put(Unit unit, String value) {
    new SettingRows(unit).put("count", value);
    return true;
  }

  private static List<String> values(List<Unit> units) {
    // Somebody writes after the first of them has looked, and before the others do.
    var first = value(units.getFirst());
    try (var writer = Database.open(url)) {
      writer.write(false, unit -> put(unit, first + "+"));
    }
    return units.stream().map(SharedTest::value).toList();
  }

  private static String value(Unit unit) {
    return new SettingRows(unit).get("count").orElse("");
  }

  @Test
  void seeTheSameThoughSomebodyWrites() {
    try (var database = Database.open(url)) {
      database.write(false, unit -> put(unit, "1"));
      List<String> values = database.readTogether(READERS, SharedTest::values);
      assertEquals(List.of("1", "1", "1"), values);
      assertEquals(List.of("1+"), database.readTogether(1, SharedTest::values));
      assertEquals(1, database.pair(), "a ledger as small as this");
    }
  }

  @Test
  void whoIsLetInOnceReadsByOne() {
    try (var database = Database.open(url.replace("user=postgres", "user=shared_alone"))) {
      int units = database.readTogether(READERS, List::size);
      assertEquals(1, units);
    }
  }
}
