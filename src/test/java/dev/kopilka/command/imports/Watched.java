package dev.kopilka.command.imports;

import dev.kopilka.app.Typed;
import dev.kopilka.bulk.Import;
import dev.kopilka.bulk.Plan;
import dev.kopilka.bulk.Summary;
import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.run.Ceiling;
import dev.kopilka.bulk.run.Identity;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.command.Given;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Database;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** An import of purchases as {@code accrue import} runs it, with a test looking on. */
final class Watched {
  private Watched() {}

  static Summary run(Shop shop, Path file, boolean strict, Plan.Watcher watcher) {
    var asked = new Table.Asked(Wish.NONE, Mapping.NONE, "", List.of(Kind.PURCHASES));
    try (var table = Table.open(Source.of(file.toString(), InputStream.nullInputStream()), asked);
        var database = Database.open(Ledgers.at(shop.folder.resolve("kopilka.db")))) {
      var rules = database.read(unit -> new Rules(Basics.load(unit), Versions.load(unit)));
      var given = new Given(Map.of("--decimal", List.of("auto")));
      var making = new Making(rules, table, given, "tester");
      var plan =
          new Plan(
              false,
              strict,
              Ceiling.NONE,
              Path.of(file + ".rejects.csv"),
              new Identity("tester", "", DecimalMark.AUTO).of(table),
              Clock.fixed(Typed.NOW, ZoneOffset.UTC),
              Problem::code,
              watcher);
      return new Import<>(table, making.events(), plan).run(database);
    }
  }
}
