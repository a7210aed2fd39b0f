package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.by;
import static dev.kopilka.ledger.Ask.merge;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.unmerge;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When somebody last bought, after cards came and went in any order. */
class UnmergeTest {
  private static final String DAY = "2026-05-05";

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder, Rules.of(Rules.BASE));
    world.enrol("N", "2025-01-01");
    world.enrol("O", "2025-01-01");
  }

  @AfterEach
  void close() {
    for (var member = 1L; member <= 3; member++) {
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), member);
    }
    world.close();
  }

  /** The days on which the members last bought, by the numbers of the members. */
  private List<LocalDate> last(long... members) {
    return Arrays.stream(members)
        .map(member -> world.account(member).totals().lastPurchaseAt())
        .mapToObj(at -> Instant.ofEpochMilli(at).atZone(Ask.ZONE).toLocalDate())
        .toList();
  }

  private static List<LocalDate> days(String... days) {
    return Arrays.stream(days).map(LocalDate::parse).toList();
  }

  @Test
  void whatWasBookedLateIsNotForgotten() {
    world.all(
        purchase("P-1", "2026-05-04", 10),
        by("N", purchase("P-2", "2026-05-01", 10)),
        merge("M-1", DAY, "M", "N"),
        by("N", purchase("P-3", "2026-05-02", 10)));
    assertEquals(days("2026-05-04"), last(2));
    world.all(unmerge("M-1", DAY, "M-1"));
    assertEquals(days("2026-05-04", "2026-05-02"), last(1, 2));
  }

  @Test
  void aCardThatStaysIsNotForgottenAndOneThatWentIsNotRemembered() {
    world.all(
        purchase("P-1", "2026-05-04", 10),
        by("N", purchase("P-2", "2026-05-01", 10)),
        by("O", purchase("P-3", "2026-05-03", 10)),
        merge("M-1", DAY, "M", "N"),
        merge("M-2", DAY, "O", "N"),
        unmerge("M-1", DAY, "M-1"));
    assertEquals(days("2026-05-04", "2026-05-03"), last(1, 2));
    world.all(unmerge("M-2", DAY, "M-2"));
    assertEquals(days("2026-05-01", "2026-05-03"), last(2, 3));
  }
}
