package dev.kopilka.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.order.Scale;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.ProgrammeHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The n-th page that an import would add finds no room, for n = 1, 2, 3 … until none does. */
class FullTest {
  private static final int ROWS = 400;
  private static final ProgrammeHistory RULES =
      Rules.history(
          Rules.HEADED.with(
              """
              earn:
                - { code: base, on: purchase, give: { points: 1, per: "10.00" }, expire: { after: P3M } }
              """));

  @TempDir Path folder;

  private Path file() throws Exception {
    var rows = new ArrayList<String>();
    for (var i = 0; i < ROWS; i++) {
      var member = "M" + (i % 17 == 3 ? 99 : 1 + i * 7 % 30);
      rows.add("P-" + i + "," + member + ",2029-05-0" + (1 + i % 9) + "," + (10 + i));
    }
    return new Sales(folder).file("p", "id,member,occurred_at,amount", rows);
  }

  private World world(String name) throws Exception {
    var world = new World(Files.createDirectory(folder.resolve(name)), RULES);
    for (var i = 1; i <= 30; i++) world.enrol("M" + i, "2029-01-01");
    return world;
  }

  private static long number(World world, String sql) {
    return world
        .database()
        .read(
            unit -> {
              try (var row = unit.query(sql)) {
                return row.next() ? row.number(1) : 0;
              }
            });
  }

  private static void limit(World world, long pages) {
    world.write(
        unit -> {
          unit.run("pragma max_page_count = " + pages);
          return true;
        });
  }

  /** Runs the import; false where there was no room, told as such and with nothing half done. */
  private static boolean fits(World world, Runs.Part part) throws Exception {
    try {
      Runs.part(world, part, Integer.MAX_VALUE);
      return true;
    } catch (Trouble.Storage full) {
      assertEquals("DATABASE_FULL", full.problem().code());
      var read = number(world, "select read from import_run");
      var rejected = number(world, "select rejected from import_run");
      var events = number(world, "select count(*) from event where kind = 1");
      assertEquals(read - rejected, events, "what the run counts is what the ledger holds");
      return false;
    }
  }

  private void grows(Scale scale) throws Exception {
    var file = file();
    var told = folder.resolve("rejects");
    try (var whole = world("whole");
        var world = world("full")) {
      Runs.part(whole, new Runs.Part(RULES, file, told, scale), Integer.MAX_VALUE);
      var rejects = Files.readAllLines(told);
      var part = new Runs.Part(RULES, file, folder.resolve("rejects.full"), scale);
      var pages = number(world, "select page_count from pragma_page_count");
      var failures = 0;
      for (limit(world, pages); !fits(world, part); limit(world, pages + failures)) failures++;
      assertTrue(failures > 10, "it grew by pages: " + failures);
      assertEquals(Runs.dump(whole), Runs.dump(world));
      assertEquals(rejects, Files.readAllLines(part.told()));
    }
  }

  @Test
  void nothingOfTheBatchInHandStaysAndTheSameRunFinishes() throws Exception {
    grows(new Scale(Long.MAX_VALUE, 10, 1, 0));
  }

  @Test
  void thatHoldsWhereAnotherThreadWrites() throws Exception {
    grows(new Scale(2, 5, 7, 60));
  }
}
