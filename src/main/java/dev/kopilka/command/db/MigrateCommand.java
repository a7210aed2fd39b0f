package dev.kopilka.command.db;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Database;
import dev.kopilka.store.Schema;
import dev.kopilka.store.upkeep.Distribution;
import dev.kopilka.store.upkeep.Roles;
import java.util.List;
import java.util.Map;

/** {@code kopilka db migrate}: brings an older ledger to the schema of this program. */
public final class MigrateCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.flag("--roles");
    syntax.option("--distribute", "ENGINE").among("citus");
    syntax.writes();
    syntax
        .example("kopilka db migrate --dry-run")
        .example("kopilka db migrate --db club.db")
        .example("kopilka db migrate --roles --db jdbc:postgresql://db.example.org/club?user=admin")
        .example(
            "kopilka db migrate --distribute citus --db jdbc:postgresql://db.example.org/club?user=admin");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var location = desk.location();
    var before = Schema.of(location, desk.login());
    desk.screen().checked(card(location, before, before));
    var migrated =
        desk.dryRun()
            ? new Schema.Migrated(before, Database.SCHEMA)
            : Schema.migrate(location, desk.login());
    var card = card(location, migrated.before(), migrated.after());
    // Roles come after it: what is new on the nodes gets their rights as well.
    if (given.has("--distribute")) card.put("tables", spread(desk));
    if (given.flag("--roles")) roles(desk);
    var isNew = migrated.before() == migrated.after();
    desk.screen().say(isNew ? "db.current" : "db.migrated");
    return desk.screen().show(card);
  }

  private static List<Card> spread(Desk desk) {
    var tables =
        desk.dryRun()
            ? Distribution.planned(desk.database())
            : Distribution.make(desk.database());
    var fresh = tables.stream().filter(Distribution.Laid::isNew).count();
    if (fresh == 0) desk.screen().say("db.spread-already");
    else if (!desk.dryRun()) desk.screen().say("db.spread", Map.of("tables", fresh));
    return tables.stream()
        .map(
            one ->
                Card.of()
                    .put("table", one.table())
                    .put("by", one.by())
                    .put("status", one.isNew() ? "distributed" : "already"))
        .toList();
  }

  private static void roles(Desk desk) {
    if (desk.dryRun()) return;
    Roles.make(desk.database());
    desk.screen().say("db.roles");
  }

  private static Card card(String location, int before, int after) {
    return Card.of()
        .put("database", location)
        .put("before", before)
        .put("after", after);
  }
}
