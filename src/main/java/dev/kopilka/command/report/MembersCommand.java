package dev.kopilka.command.report;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.MemberLine.Choice;
import dev.kopilka.store.Unit;

/** {@code kopilka report members}: what every member has, and what they did in all. */
public final class MembersCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.option("--status", "STATUS").among("active", "blocked", "left", "merged", "erased");
    syntax
        .exits(Exit.REFUSED, Exit.STORAGE)
        .example("kopilka report members -o csv")
        .example("kopilka report members --status active --columns member,tier,available,spend");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return desk.database().walk(unit -> show(unit, desk, given));
  }

  private static Exit show(Unit unit, Desk desk, Given given) {
    var sheet = new MemberSheet(unit, desk);
    new Truth(desk, sheet.basics().zone()).say(desk.now());
    return desk.screen()
        .show(sheet.of(new Choice(given.text("--status"), "")));
  }
}
