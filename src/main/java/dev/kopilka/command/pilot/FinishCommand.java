package dev.kopilka.command.pilot;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.Ending;
import dev.kopilka.pilot.Ending.Ended;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.format.Term;
import dev.kopilka.store.pilot.DecisionRows;
import java.time.Instant;
import java.util.Map;

/** {@code kopilka pilot finish}: writes down what was decided of a pilot, and why. */
public final class FinishCommand implements Command {
  private static final int LONGEST = 2000;

  @Override
  public void declare(Syntax syntax) {
    syntax.argument("PILOT");
    syntax.option("--decision", "DECISION").among("promote", "stop").required();
    syntax.option("--note", "TEXT").required();
    syntax
        .writes()
        .exits(Exit.NOT_FOUND)
        .example("kopilka pilot finish spring-letter --decision promote --note 'Two more of a hundred came back'")
        .example("kopilka pilot finish win-back --decision stop --note 'Costs more than it brings' --dry-run");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var asked =
        new DecisionRows.Row(
            given.text("PILOT"),
            given.text("--decision"),
            note(given),
            desk.now().toEpochMilli(),
            desk.actor());
    desk.screen().checked(card(asked));
    desk.screen().showTimesIn(desk.database().read(Basics::load).zone());
    Ended ended = desk.database().write(desk.dryRun(), unit -> Ending.of(unit, asked));
    if (!ended.isNew()) {
      desk.screen().say("pilot.finished", Map.of("pilot", asked.pilot()));
    }
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(card(ended.decision()));
  }

  private static String note(Given given) {
    var note = given.text("--note").strip();
    var isFit = !note.isEmpty() && note.length() <= LONGEST;
    if (isFit && note.chars().noneMatch(Character::isISOControl)) return note;
    throw new Trouble.BadInput(Problem.of("NOTE_MALFORMED").with("longest", (long) LONGEST));
  }

  static Term decision(DecisionRows.Row row) {
    return new Term("decision", row.decision());
  }

  private static Card card(DecisionRows.Row row) {
    return Card.of()
        .put("pilot", row.pilot())
        .put("decision", decision(row))
        .put("note", row.note())
        .put("decided_at", Instant.ofEpochMilli(row.decidedAt()))
        .put("actor", row.actor());
  }
}
