package dev.kopilka.command.db;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Database;
import dev.kopilka.store.upkeep.Inspection;
import dev.kopilka.store.upkeep.Roles;
import java.util.List;

/** {@code kopilka db info}: what the ledger's file is, how it is set, how much is in it. */
public final class InfoCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.exits(Exit.STORAGE).example("kopilka db info").example("kopilka db info -o json");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var database = desk.database();
    var found = database.read(unit -> Inspection.of(unit, database.location()));
    var pragmas = Card.of();
    found.settings().forEach(pragmas::put);
    List<Card> tables =
        found.rows().entrySet().stream()
            .map(table -> Card.of().put("table", table.getKey()).put("rows", table.getValue()))
            .toList();
    List<Card> files =
        found.files().stream()
            .map(
                file ->
                    Card.of()
                        .put("file", file.name())
                        .put("bytes", file.bytes())
                        .put("mode", file.mode()))
            .toList();
    warn(desk, found.might());
    return desk.screen()
        .show(
            Card.of()
                .put("database", database.location().toString())
                .put("engine", found.engine())
                .put("engine_version", found.engineVersion())
                .put("schema", Database.SCHEMA)
                .put("settings", pragmas)
                .put("files", files)
                .put("tables", tables)
                .put("grants", grants(found)));
  }

  /** Whoever books every day needs no more than booking takes. */
  private static void warn(Desk desk, Roles.Might might) {
    switch (might) {
      case ORDINARY -> {}
      case OWNER -> desk.screen().say("db.as-owner");
      case SUPERUSER -> desk.screen().say("db.as-superuser");
    }
  }

  private static List<Card> grants(Inspection found) {
    return found.grants().stream()
        .map(
            grant ->
                Card.of()
                    .put("table", grant.table())
                    .put("privileges", grant.privileges())
                    .put("columns", grant.columns()))
        .toList();
  }
}
