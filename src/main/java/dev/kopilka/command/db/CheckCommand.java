package dev.kopilka.command.db;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;
import dev.kopilka.store.upkeep.Health;
import java.util.List;

/** {@code kopilka db check}: whether the file is sound as a database. */
public final class CheckCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax
        .exits(Exit.CHECK_FAILED, Exit.STORAGE)
        .example("kopilka db check")
        .example("kopilka db check --db backup.db -o json");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var health = desk.database().read(unit -> Health.of(unit, desk.database().location()));
    List<Card> checks =
        health.checks().stream()
            .map(
                check ->
                    Card.of()
                        .put("check", check.name())
                        .put("ok", check.isOk())
                        .put("found", check.found()))
            .toList();
    desk.screen().show(Card.of().put("ok", health.isOk()).put("checks", checks));
    desk.screen().say(health.isOk() ? "db.sound" : "db.unsound");
    return health.isOk() ? Exit.DONE : Exit.CHECK_FAILED;
  }
}
