package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.member.Registry;
import dev.kopilka.member.Revision;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Unit;
import java.util.Map;

/** Changes what is on record about a person; the log names the fields and never their values. */
public final class UpdateCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    PersonOptions.declare(syntax);
    syntax
        .writes()
        .exits(Exit.NOT_FOUND)
        .example("kopilka member update 1001 --phone \"+7 912 345-67-89\"")
        .example("kopilka member update 1001 --email \"\" --attr size=L");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var columns = PersonOptions.columns(given);
    if (columns.isEmpty()) throw new Trouble.Usage(Problem.of("CHANGE_MISSING"));
    var card =
        desk.database()
            .write(desk.dryRun(), unit -> changed(unit, desk, given, columns));
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(card);
  }

  private static Card changed(Unit unit, Desk desk, Given given, Map<String, String> columns) {
    var member = new Registry(unit, desk.vault()).member(given.text("MEMBER"));
    var today = desk.now().atZone(Basics.load(unit).zone()).toLocalDate();
    var by = new Revision.By(desk.actor(), desk.now());
    var changed = new Revision(unit, desk.vault(), by).update(member, columns, today);
    return desk.screen()
        .checked(
            Card.of()
                .put("status", changed.isEmpty() ? "duplicate" : "recorded")
                .put("member", member.code())
                .put("changed", changed));
  }
}
