package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.Import;
import dev.kopilka.bulk.Plan;
import dev.kopilka.bulk.Summary;
import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.bulk.run.Ceiling;
import dev.kopilka.bulk.run.Identity;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.command.Given;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Database;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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

  private Summary run(Shop shop, Path file, boolean strict) {
    var kinds = List.of(Kind.PURCHASES);
    var asked = new Table.Asked(Wish.NONE, Mapping.NONE, "", kinds);
    try (var table = Table.open(Source.of(file.toString(), InputStream.nullInputStream()), asked);
        var database = Database.open(shop.folder.resolve("kopilka.db").toString())) {
      var rules = database.read(unit -> new Rules(Basics.load(unit), Versions.load(unit)));
      var given = new Given(Map.of("--decimal", List.of("auto")));
      var making = new Making(rules, table.binding(), given, "tester");
      var plan =
          new Plan(
              false,
              strict,
              Ceiling.NONE,
              folder.resolve("rejects.csv"),
              new Identity("tester", "", DecimalMark.AUTO).of(table),
              Clock.systemUTC(),
              Problem::code,
              new Writer(file));
      var summary = new Import<>(table, making.events(), plan).run(database);
      assertTrue(table.hasChanged());
      return summary;
    }
  }

  @Test
  void whatIsReadIsBookedAndCountedOnce() throws Exception {
    var shop = Shop.in(folder.resolve("shop"));
    var file = Path.of(shop.file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\n"));
    assertEquals(0, run(shop, file, false).tally().rejected());
    var again = shop.json("accrue", "import", file.toString());
    assertTrue(Shop.counts(again).startsWith("2,"), again.err());
    assertEquals(List.of("2"), shop.ask("select count(*) from event where kind = 1"));
  }

  @Test
  void allOrNothingIsNothing() throws Exception {
    var shop = Shop.in(folder.resolve("shop"));
    var file = Path.of(shop.file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\n"));
    var trouble = assertThrows(Trouble.BadInput.class, () -> run(shop, file, true));
    assertEquals("FILE_CHANGED", trouble.problem().code());
    assertEquals(List.of("0"), shop.ask("select count(*) from event where kind = 1"));
  }
}
