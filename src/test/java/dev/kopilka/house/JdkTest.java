package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The tests run on the JDK that the product is built for, whatever JDK started Maven. */
class JdkTest {
  @Test
  void isTwentyFiveOrNewer() {
    assertTrue(
        Runtime.version().feature() >= 25,
        () -> "tests run on " + Runtime.version() + ": start them with `make test`");
  }
}
