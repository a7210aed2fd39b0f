package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.store.rows.SettingRows;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several readers of one snapshot, beside somebody who writes. */
class TogetherTest {
  private static final int READERS = 3;

  @TempDir Path folder;
  private String file;

  @BeforeEach
  void create() {
    file = folder.resolve("shop.db").toString();
    Schema.create(file);
  }

  @Test
  void seeTheSameThoughSomebodyKeepsWriting() throws Exception {
    var isOver = new AtomicBoolean();
    var writer = Thread.ofPlatform().start(() -> write(isOver));
    try (var database = Database.open(file)) {
      var seen = new HashSet<String>();
      var most = 0;
      for (var i = 0; i < 200; i++) {
        List<String> values = database.readTogether(READERS, TogetherTest::values);
        assertEquals(1, new HashSet<>(values).size(), values::toString);
        seen.add(values.getFirst());
        most = Math.max(most, values.size());
      }
      assertEquals(READERS, most);
      assertTrue(seen.size() > 1, "nobody wrote");
    } finally {
      isOver.set(true);
      writer.join();
    }
  }

  private void write(AtomicBoolean isOver) {
    try (var database = Database.open(file)) {
      for (var i = 0; !isOver.get(); i++) {
        var value = Integer.toString(i);
        database.write(false, unit -> put(unit, value));
      }
    }
  }

  private static boolean put(Unit unit, String value) {
    new SettingRows(unit).put("count", value);
    return true;
  }

  private static List<String> values(List<Unit> units) {
    return units.stream().map(TogetherTest::value).toList();
  }

  private static String value(Unit unit) {
    return new SettingRows(unit).get("count").orElse("");
  }

  @Test
  void areAsManyAsWantedWhereNobodyWrites() {
    try (var database = Database.open(file)) {
      assertEquals(READERS, readers(database, READERS));
      assertEquals(1, readers(database, 1));
      assertEquals(1, database.readers(), "a ledger as small as this");
    }
  }

  private static int readers(Database database, int wanted) {
    List<String> values = database.readTogether(wanted, TogetherTest::values);
    return values.size();
  }

  /** Somebody commits after the others began and before the ledger's own connection does. */
  @Test
  void beginAgainWhenSomebodySlipsInBetween() throws Exception {
    var location = (Location.InFile) Location.of(file);
    try (var writer = Database.open(file);
        var own = Sqlite.open(location)) {
      writer.write(false, unit -> put(unit, "before"));
      var statements = new AtomicInteger();
      InvocationHandler slipping =
          (_, method, arguments) -> {
            // The first statement asks for the version, the second one begins.
            var isBegin = method.getName().equals("createStatement");
            if (isBegin && statements.incrementAndGet() == 2) {
              writer.write(false, unit -> put(unit, "after"));
            }
            return method.invoke(own, arguments);
          };
      var loader = Connection.class.getClassLoader();
      var slipped =
          (Connection) Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, slipping);
      try (var together = Together.of(location, slipped, READERS)) {
        assertEquals(List.of("after", "after", "after"), values(together.units()));
      }
    }
  }

  @Test
  void doNotSeeWhatIsWrittenMeanwhile() {
    try (var database = Database.open(file);
        var other = Database.open(file)) {
      other.write(false, unit -> put(unit, "before"));
      var values =
          database.readTogether(
              READERS,
              units -> {
                other.write(false, unit -> put(unit, "after"));
                return values(units);
              });
      assertEquals(List.of("before", "before", "before"), values);
      assertEquals(List.of("after"), database.read(unit -> values(List.of(unit))));
    }
  }
}
