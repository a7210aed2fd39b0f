package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.MemberSheet;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.MemberLine.Choice;
import dev.kopilka.screen.Cell;
import dev.kopilka.store.Unit;
import java.util.Map;

/** {@code kopilka segment members}: who was in a segment when it was last run. */
public final class MembersCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("SEGMENT");
    syntax
        .exits(Exit.REFUSED, Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka segment members sleeping")
        .example("kopilka segment members sleeping -o csv --columns member,spend");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return desk.database().walk(unit -> show(unit, desk, given.text("SEGMENT")));
  }

  private static Exit show(Unit unit, Desk desk, String code) {
    var runs = new Runs(unit);
    var segment = runs.segment(code);
    var ranAt = runs.lastOf(segment);
    var zone = runs.programme().zone();
    if (ranAt.isEmpty()) {
      desk.screen().say("segment.never-run", Map.of("segment", code));
    } else {
      desk.screen()
          .say("segment.run-at", Map.of("segment", code, "at", Cell.text(ranAt.get(), zone)));
    }
    return desk.screen().show(new MemberSheet(unit, desk).of(new Choice("", code)));
  }
}
