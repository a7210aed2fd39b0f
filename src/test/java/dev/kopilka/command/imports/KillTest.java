package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Processes that are killed amid an import. {@code -Dkopilka.kills=300 -Dkopilka.rows=200000} makes
 * it the soak of the issue.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("kopilka.kills", 3);
  private static final int ROWS = Integer.getInteger("kopilka.rows", 20_000);
  private static final int MEMBERS = ROWS / 20;

  @TempDir Path folder;

  private static String rows() {
    var text = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 0; i < ROWS; i++) {
      // The numbers are mixed as receipts of a year are; one in a hundred belongs to nobody.
      var member = i % 100 == 2 ? "nobody" : "" + (1 + i * 7919L % MEMBERS);
      text.append("R-").append(i).append(',').append(member).append(",2026-11-01,");
      text.append(10 + i % 90).append('\n');
    }
    return text.toString();
  }

  private Shop shop(String name) throws IOException {
    var shop = Shop.in(folder.resolve(name));
    var members = new StringBuilder("member,enrolled_at\n");
    for (var i = 1; i <= MEMBERS; i++) members.append(i).append(",2026-01-01\n");
    shop.run("enroll", "import", shop.file("all.csv", members.toString()));
    shop.file("r.csv", rows());
    return shop;
  }

  private static String file(Shop shop) {
    return shop.folder.resolve("r.csv").toString();
  }

  @Test
  void whereverItIsKilledTheLedgerComesOutTheSame() throws Exception {
    var unbroken = shop("unbroken");
    unbroken.run("accrue", "import", file(unbroken));
    var random = new Random(7);
    var kills = 0;
    for (var round = 0; kills < KILLS; round++) {
      var shop = shop("broken" + round);
      // The moments come closer to one another, or a fast machine would be through before them.
      var patience = 300 + random.nextInt(1_200);
      var child = Child.start(shop, "accrue", "import", file(shop));
      while (kills < KILLS && !child.endsWithin(patience)) {
        child.kill();
        kills++;
        child = Child.start(shop, "accrue", "import", file(shop));
        patience += random.nextInt(800);
      }
      assertEquals(8, child.exit(), child.err());
      assertEquals(unbroken.heads(), shop.heads(), child.err());
      assertEquals(unbroken.text("r.csv.rejects.csv"), shop.text("r.csv.rejects.csv"));
      // Who was killed between the run's end and their own begins another one, of duplicates alone.
      assertEquals(
          List.of("3 partial " + ROWS),
          shop.ask(
              "select run || ' ' || state || ' ' || read from import_run where run > 2 and accepted > 0"));
    }
    System.out.println("killed " + kills + " times amid an import of " + ROWS + " rows");
  }

  @Test
  void twoAtOnceHaveOneEffect() throws Exception {
    var shop = shop("two");
    var one = Child.start(shop, "accrue", "import", file(shop));
    var other = Child.start(shop, "accrue", "import", file(shop));
    var exits = Set.of(0 + one.exit(), 100 + other.exit());
    // Whoever was overtaken says so; whoever came when all was done has nothing but duplicates.
    for (var exit : exits) {
      assertTrue(List.of(7, 8).contains(exit % 100), one.err() + other.err());
    }
    assertTrue(one.exit() == 8 || other.exit() == 8, one.err() + other.err());
    var unbroken = shop("unbroken");
    unbroken.run("accrue", "import", file(unbroken));
    assertEquals(unbroken.heads(), shop.heads());
    var again = shop.json("accrue", "import", file(shop));
    var rejected = (ROWS + 97) / 100;
    assertEquals(ROWS + ",0," + (ROWS - rejected) + "," + rejected + ",0", Shop.counts(again));
  }

  @ParameterizedTest
  @CsvSource({"TERM,143", "INT,130"})
  void whoIsAskedToStopSaysHowToGoOn(String signal, int exit) throws Exception {
    var shop = shop("asked");
    var child = Child.start(shop, "accrue", "import", file(shop));
    while (shop.ask("select 1 from import_run where run = 3 and read > 0").isEmpty()) {
      if (child.endsWithin(20)) break;
    }
    child.signal(signal);
    assertEquals(exit, child.exit(), child.err());
    assertTrue(child.err().contains("run the same command again"), child.err());
    var typed = shop.run("accrue", "import", file(shop));
    assertTrue(typed.err().contains("Run 3 was interrupted; it goes on from row"), typed.err());
  }
}
