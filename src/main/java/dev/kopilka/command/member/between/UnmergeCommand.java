package dev.kopilka.command.member.between;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.MemberRows;

/** Undoes the merge of a member, while nothing was spent since. */
public final class UnmergeCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka member unmerge 1002 --dry-run");
    syntax.example("kopilka member unmerge 1002 --note \"two sisters, one phone\"");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return new Till(desk).post((unit, basics) -> request(unit, basics, desk, given));
  }

  /** A merge is undone once, so its id serves the undoing too, and a retry finds the first one. */
  private static Request request(Unit unit, Basics basics, Desk desk, Given given) {
    var code = given.text("MEMBER");
    var merge = merge(unit, code);
    var text =
        merge.source().equals(EventKind.MERGE.defaultSource())
            ? merge.id()
            : merge.source() + ":" + merge.id();
    var named = new Asking.Named(EventKind.UNMERGE, given.textOr("--id", merge.id()), code);
    return new Asking(desk, given, basics).request(named, Facts.NONE.withReference(text));
  }

  private static Key merge(Unit unit, String code) {
    var member =
        new MemberRows(unit)
            .byCode(code)
            .orElseThrow(() -> missing(Refusal.MEMBER_NOT_FOUND, "member", code));
    return new EventRows(unit)
        .last(member.number(), EventKind.MERGE)
        .orElseThrow(() -> missing(Refusal.MERGE_NOT_FOUND, "member", code))
        .key();
  }

  private static Trouble missing(Refusal refusal, String name, String value) {
    return new Trouble.Refused(refusal, Problem.of(refusal.name()).with(name, value));
  }
}
