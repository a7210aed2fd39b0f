package dev.kopilka.command.db;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Schema;
import dev.kopilka.store.upkeep.Backup;
import java.util.Map;

/** {@code kopilka db backup FILE}: copies the ledger while others may go on writing. */
public final class BackupCommand implements Command {
  private static final String FILE = "FILE";

  @Override
  public void declare(Syntax syntax) {
    syntax.argument(FILE);
    syntax
        .exits(Exit.STORAGE, Exit.BAD_INPUT)
        .example("kopilka db backup backup.db")
        .example("kopilka db backup backup/2026-11-22.db --db club.db");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var target = given.text(FILE);
    desk.screen().checked(card(desk, target, 0));
    Backup.Copied copied;
    try (var bar = desk.screen().progress("db.backup", Map.of("file", target), 0)) {
      copied = Backup.of(desk.database(), target, bar::at);
    }
    desk.screen().say("db.copied", Map.of("file", target));
    return desk.screen().show(card(desk, target, copied.bytes()));
  }

  private static Card card(Desk desk, String target, long bytes) {
    return Card.of()
        .put("database", desk.location())
        .put("file", target)
        .put("bytes", bytes)
        .put("mode", Schema.MODE);
  }
}
