package dev.kopilka.command.audit;

import dev.kopilka.audit.Verdict;
import dev.kopilka.audit.Verification;
import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code kopilka audit verify}: hashes and rebuilds everything, names what is not as it was. */
public final class VerifyCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax
        .exits(Exit.CHECK_FAILED, Exit.STORAGE)
        .example("kopilka audit verify")
        .example("kopilka audit verify -o json --db backup.db");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var verdict = verdict(desk);
    desk.screen().show(card(verdict));
    if (!verdict.isWhole()) desk.screen().say("audit.codes-alone");
    if (verdict.isOk()) {
      desk.screen().say("audit.whole");
      return Exit.DONE;
    }
    desk.screen().say("audit.broken", Map.of("problems", verdict.faults().size()));
    return Exit.CHECK_FAILED;
  }

  private static Verdict verdict(Desk desk) {
    var file = Map.of("file", desk.location());
    try (var bar = desk.screen().progress("audit.progress", file, 0)) {
      var database = desk.database();
      return database.readTogether(
          database.readers(), units -> Verification.of(units, entries -> bar.at(0, entries)));
    }
  }

  private static Card card(Verdict verdict) {
    List<Card> problems = verdict.faults().stream().map(VerifyCommand::card).toList();
    return Card.of()
        .put("ok", verdict.isOk())
        .put("members", verdict.members())
        .put("entries", verdict.entries())
        .put("lots", verdict.lots())
        .put("problems", problems);
  }

  private static Card card(Verdict.Named named) {
    var fault = named.fault();
    return Card.of()
        .put("member", named.member())
        .put("table", fault.table())
        .put("row", fault.row())
        .put("problem", fault.kind().name().toLowerCase(Locale.ROOT))
        .put("expected", fault.expected())
        .put("found", fault.found());
  }
}
