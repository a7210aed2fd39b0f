package dev.kopilka.bulk.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a thread of its own makes comes in order, and what breaks there is told here. */
class AheadTest {
  @Test
  void everythingComesOnceAndInOrder() {
    var made = new AtomicInteger();
    try (var ahead = new Ahead<>(() -> made.get() < 50 ? Optional.of(made.incrementAndGet()) : Optional.empty(), true)) {
      var all = new ArrayList<Integer>();
      for (var next = ahead.next(); next.isPresent(); next = ahead.next()) all.add(next.get());
      assertEquals(IntStream.rangeClosed(1, 50).boxed().toList(), all);
    }
  }

  @Test
  void whoeverWaitsHearsOfAnErrorToo() {
    for (var broken : List.of(new IllegalStateException("broken"), new OutOfMemoryError("full"))) {
      var made = new AtomicInteger();
      try (var ahead = new Ahead<>(() -> made.getAndIncrement() < 2 ? Optional.of("one") : thrown(broken), true)) {
        ahead.next();
        ahead.next();
        assertEquals(broken, assertThrows(broken.getClass(), ahead::next));
      }
    }
  }

  private static Optional<String> thrown(Throwable broken) {
    if (broken instanceof RuntimeException told) throw told;
    throw (Error) broken;
  }
}
