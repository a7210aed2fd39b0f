package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else holds the write lock for a while: who comes waits, and says so if it takes too long. */
class LockedTest {
  @TempDir Path folder;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private Shop shop;
  private String file;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.in(folder);
    file = shop.file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\nB,2,2026-11-01,20\n");
  }

  @AfterEach
  void stop() {
    clock.shutdownNow();
  }

  /** A lock in a connection of its own, which lets go by itself after so many seconds. */
  private ScheduledFuture<?> lockFor(int seconds) throws SQLException {
    var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kopilka.db"));
    try (var statement = other.createStatement()) {
      statement.execute("begin immediate");
    }
    return clock.schedule(
        () -> {
          other.close();
          return true;
        },
        seconds,
        TimeUnit.SECONDS);
  }

  private String booked() {
    return shop.ask("select count(*) from event where kind = 1").getFirst();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void whoComesWaits(int seconds) throws Exception {
    var lock = lockFor(seconds);
    var began = System.nanoTime();
    var typed = shop.run("accrue", "import", file);
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    assertTrue(lock.isDone(), "it went on only when the lock was let go");
    assertTrue(System.nanoTime() - began >= TimeUnit.MILLISECONDS.toNanos(seconds * 900L));
    assertEquals("2", booked());
  }

  @Test
  @EnabledIfSystemProperty(named = "kopilka.lock", matches = "\\d+", disabledReason = "takes longer than anybody waits: part of make soak")
  void whoHasWaitedLongEnoughIsToldToTryAgain() throws Exception {
    var lock = lockFor(Integer.getInteger("kopilka.lock"));
    var typed = shop.run("accrue", "import", file);
    assertEquals(Exit.STORAGE, typed.exit(), typed.err());
    assertFalse(lock.isDone(), "the lock was held to the end");
    assertTrue(typed.err().contains("kopilka: The database is busy: "), typed.err());
    assertTrue(typed.err().contains("try again"), typed.err());
    assertFalse(typed.err().contains("Exception"), typed.err());
    lock.get();
    assertEquals(List.of("0"), shop.ask("select count(*) from import_run where kind = 'purchases'"));
    assertEquals("0", booked());
    var again = shop.run("accrue", "import", file);
    assertEquals(Exit.DONE, again.exit(), again.err());
    assertEquals("2", booked());
  }
}
