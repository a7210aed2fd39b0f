package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dry run says exactly what the run will do, whatever the file is like: the answer, the exit code,
 * what is told and the file of rejects, byte for byte; and it leaves nothing behind.
 */
class DryRunTest {
  private static final int FILES = Integer.getInteger("kopilka.files", 180);

  @TempDir Path folder;

  @Test
  void saysWhatTheRunDoes() throws IOException {
    var shop = Shop.in(folder);
    var met = EnumSet.noneOf(Exit.class);
    for (var seed = 0; seed < FILES; seed++) {
      var kind = RandomFile.KINDS.get(seed % RandomFile.KINDS.size());
      met.add(compare(shop, new RandomFile(seed, kind), kind + " of seed " + seed));
    }
    assertEquals(EnumSet.of(Exit.DONE, Exit.BAD_INPUT, Exit.PARTIAL), met);
    assertEquals(Exit.DONE, shop.run("audit", "verify").exit());
  }

  private Exit compare(Shop shop, RandomFile file, String title) throws IOException {
    var rejects = folder.resolve("rejects.csv");
    var name = shop.file("file.csv", file.text());
    var words = new ArrayList<>(List.of(file.command(), "import", name));
    words.addAll(List.of("--rejects", rejects.toString()));
    words.addAll(file.options());
    var before = ledger(shop);
    Files.deleteIfExists(rejects);
    var dryWords = new ArrayList<>(words);
    dryWords.add("--dry-run");
    var dry = shop.json(dryWords.toArray(new String[0]));
    var dryRejects = Files.exists(rejects) ? Files.readString(rejects) : "";
    assertEquals(before, ledger(shop), title);
    Files.deleteIfExists(rejects);
    var real = shop.json(words.toArray(new String[0]));
    var realRejects = Files.exists(rejects) ? Files.readString(rejects) : "";
    assertEquals(told(real), told(dry), title);
    assertEquals(realRejects, dryRejects, title);
    assertNotEquals(Exit.BUG, real.exit(), title + real.err());
    var accepted = real.out().contains("\"accepted\":") && !real.out().contains("\"accepted\":0,");
    if (real.exit() == Exit.BAD_INPUT || !accepted) assertEquals(before, events(shop, before), title);
    return real.exit();
  }

  private static String told(Typed typed) {
    var err = typed.err().replace("Dry run: nothing was written.\n", "");
    return typed.exit() + "\n" + typed.out() + err;
  }

  private static List<String> ledger(Shop shop) {
    return shop.ask(
        "select (select count(*) from event) || ' ' || (select count(*) from entry) || ' '"
            + " || (select count(*) from member) || ' ' || (select count(*) from import_run)");
  }

  /** As before but for the number of runs: a run that accepted nothing is recorded all the same. */
  private static List<String> events(Shop shop, List<String> before) {
    var now = ledger(shop).getFirst();
    var runs = before.getFirst().substring(before.getFirst().lastIndexOf(' '));
    return List.of(now.substring(0, now.lastIndexOf(' ')) + runs);
  }
}
