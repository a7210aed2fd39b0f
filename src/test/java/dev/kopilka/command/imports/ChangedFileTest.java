package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.Plan;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.model.value.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody goes on writing while it is read. */
class ChangedFileTest {
  @TempDir Path folder;

  /** Appends a row as the run begins. */
  private record Writer(Path file) implements Plan.Watcher {
    @Override
    public void begins(Baton baton) {
      try {
        Files.writeString(file, "B,1,2026-11-01,10\n", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
      } catch (java.io.IOException impossible) {
        throw new AssertionError(impossible);
      }
    }

    @Override
    public void at(long bytes, long rows) {}
  }

  @Test
  void whatIsReadIsBookedAndCountedOnce() throws Exception {
    var shop = Shop.in(folder.resolve("shop"));
    var file = Path.of(shop.file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\n"));
    assertEquals(0, Watched.run(shop, file, false, new Writer(file)).tally().rejected());
    var again = shop.json("accrue", "import", file.toString());
    assertTrue(Shop.counts(again).startsWith("2,"), again.err());
    assertEquals(List.of("2"), shop.ask("select count(*) from event where kind = 1"));
  }

  @Test
  void allOrNothingIsNothing() throws Exception {
    var shop = Shop.in(folder.resolve("shop"));
    var file = Path.of(shop.file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\n"));
    var trouble = assertThrows(Trouble.BadInput.class, () -> Watched.run(shop, file, true, new Writer(file)));
    assertEquals("FILE_CHANGED", trouble.problem().code());
    assertEquals(List.of("0"), shop.ask("select count(*) from event where kind = 1"));
  }
}
