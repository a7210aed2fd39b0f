package dev.kopilka.command.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Creating a ledger. */
class InitTest {
  @TempDir Path folder;

  @Test
  void createsALedgerThatOnlyItsOwnerMayRead() throws Exception {
    var typed = Typed.Place.in(folder).type("init -o json");
    var file = folder.resolve("kopilka.db");
    assertEquals(
        "{\"database\":\"" + file + "\",\"schema\":2,\"mode\":\"0600\",\"created_at\":"
            + "\"2026-11-22T12:00:00Z\"}\n",
        typed.out());
    assertEquals(Exit.DONE, typed.exit());
    assertTrue(typed.err().contains("program apply"), typed.err());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void leavesAFileThatIsThereAsItIs() throws Exception {
    var file = Files.writeString(folder.resolve("kopilka.db"), "mine");
    for (var line : new String[] {"init", "init --dry-run"}) {
      var typed = Typed.Place.in(folder).type(line);
      assertEquals(Exit.STORAGE, typed.exit(), line);
      assertEquals("mine", Files.readString(file));
      assertTrue(typed.err().contains("already"), typed.err());
    }
  }

  @Test
  void aDryRunSaysTheSameAndCreatesNothing() {
    var place = Typed.Place.in(folder);
    var dry = place.type("init --dry-run -o json");
    assertFalse(Files.exists(folder.resolve("kopilka.db")));
    assertEquals(place.type("init -o json").out(), dry.out());
  }

  @Test
  void aFolderThatIsNotThereIsStorageTrouble() {
    for (var line : new String[] {"init --db no/such/x.db", "init --dry-run --db no/such/x.db"}) {
      assertEquals(Exit.STORAGE, Typed.anywhere().type(line).exit(), line);
    }
  }
}
