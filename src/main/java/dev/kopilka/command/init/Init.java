package dev.kopilka.command.init;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Database;
import dev.kopilka.store.Location;
import dev.kopilka.store.Schema;
import dev.kopilka.store.rows.LogRows;
import java.util.Map;

/** {@code kopilka init}: creates an empty ledger and says what to do next. */
public final class Init implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax
        .writes()
        .example("kopilka init")
        .example("kopilka init --db club.db");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var location = desk.location();
    var card =
        Card.of()
            .put("database", location)
            .put("schema", Database.SCHEMA)
            .put("mode", Location.of(location) instanceof Location.InFile ? Schema.MODE : "")
            .put("created_at", desk.now());
    desk.screen().checked(card);
    if (desk.dryRun()) Schema.checkVacant(location, desk.login());
    else create(desk, location);
    desk.screen().show(card);
    desk.screen().say("init.next", Map.of("database", location));
    return Exit.DONE;
  }

  private static void create(Desk desk, String location) {
    Schema.create(location, desk.login());
    var line = new LogRows.Line(0, desk.now().toEpochMilli(), desk.actor(), "init", "", "");
    desk.database()
        .write(
            false,
            unit -> {
              var log = new LogRows(unit);
              // Of several who make it at once this line tells who made it.
              if (!log.isEmpty()) throw Location.of(location).trouble("DATABASE_EXISTS");
              log.add(line);
              return true;
            });
  }
}
