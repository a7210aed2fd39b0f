package dev.kopilka.store.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often a transaction is tried. */
class AttemptsTest {
  private final AtomicInteger tries = new AtomicInteger();

  /** Work that fails so often with that code. */
  private String work(String code, int failures) {
    if (tries.incrementAndGet() > failures) return "done";
    throw new Trouble.Storage(Problem.of(code), null);
  }

  @Test
  void whatPassesIsTriedAgain() {
    assertEquals("done", new Attempts(5, 0).of(() -> work("DATABASE_CONFLICT", 4)));
    assertEquals(5, tries.get());
  }

  @Test
  void notForEver() {
    assertThrows(Trouble.Storage.class, () -> new Attempts(5, 0).of(() -> work("DATABASE_CONFLICT", 5)));
    assertEquals(5, tries.get());
  }

  @Test
  void aServerThatIsAwayIsWaitedForAsLongAsToldHoweverOften() {
    assertEquals("done", new Attempts(2, 60_000).of(() -> work("DATABASE_AWAY", 6)));
    assertThrows(Trouble.Storage.class, () -> new Attempts(2, 0).of(() -> work("DATABASE_AWAY", 1_000)));
  }

  /** A transaction may last for longer than anybody waits; the link may be cut at its end. */
  @Test
  void itIsWaitedForFromWhenItWentNotFromWhenTheWorkBegan() {
    assertEquals("done", new Attempts(2, 0).of(() -> work("DATABASE_AWAY", 1)));
    assertEquals(2, tries.get());
  }

  @Test
  void whoeverWaitsForItKnocksMoreAndMoreSeldom() {
    assertThrows(Trouble.Storage.class, () -> new Attempts(2, 500).of(() -> work("DATABASE_AWAY", 1_000)));
    assertTrue(tries.get() < 50, () -> "knocked " + tries + " times in half a second");
  }

  @Test
  void whatDoesNotPassIsToldAtOnce() {
    assertThrows(Trouble.Storage.class, () -> new Attempts(5, 0).of(() -> work("DATABASE_FULL", 1)));
    assertThrows(Trouble.Storage.class, () -> Attempts.ONE.of(() -> work("DATABASE_CONFLICT", 2)));
    assertEquals(2, tries.get());
  }
}
