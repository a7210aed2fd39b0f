package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.segment.Membership;
import dev.kopilka.segment.Membership.Change;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.vault.Vault;
import java.util.List;

/** {@code kopilka segment run}: finds out who is in which segment, and keeps it for the rules. */
public final class RunCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("SEGMENT").optional().many();
    syntax
        .writes()
        .exits(Exit.NOT_FOUND)
        .example("kopilka segment run")
        .example("kopilka segment run sleeping big-spenders --dry-run");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    desk.screen().checked(sheet(List.of()));
    List<Change> changes =
        desk.database().write(desk.dryRun(), unit -> changes(unit, desk, given.list("SEGMENT")));
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(sheet(changes));
  }

  private static Sheet<Change> sheet(List<Change> changes) {
    return Sheet.of(changes)
        .picture(Picture.bars("segment", "members"))
        .column("segment", change -> change.segment().code())
        .column("name", change -> change.segment().name())
        .column("members", Change::members)
        .column("joined", Change::joined)
        .column("left", Change::left);
  }

  private static List<Change> changes(Unit unit, Desk desk, List<String> codes) {
    var runs = new Runs(unit);
    var segments = runs.someOrAll(codes);
    var now = desk.now();
    var today = now.atZone(runs.programme().zone()).toLocalDate();
    var changes = new Membership(unit, runs.programme(), Vault.open()).run(segments, today);
    var log = new LogRows(unit);
    for (var change : changes) {
      runs.ran(change.segment(), now);
      var details = "members=" + change.members();
      var code = change.segment().code();
      log.add(
          new LogRows.Line(0, now.toEpochMilli(), desk.actor(), "segment run", code, details));
    }
    return changes;
  }
}
