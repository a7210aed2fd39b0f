package dev.kopilka.command.pilot;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.Pilot;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Term;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import dev.kopilka.store.pilot.DealtRows;
import dev.kopilka.store.pilot.DecisionRows;
import java.time.Instant;
import java.util.List;

/** {@code kopilka pilot show}: all pilots, the arms of one, or who is in them. */
public final class ShowCommand implements Command {
  private static final String PILOT = "PILOT";
  private static final String MEMBERS = "--members";

  @Override
  public void declare(Syntax syntax) {
    syntax.argument(PILOT).optional();
    syntax.flag(MEMBERS);
    syntax
        .exits(Exit.REFUSED, Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka pilot show")
        .example("kopilka pilot show spring-letter")
        .example("kopilka pilot show spring-letter --members -o csv");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    if (given.has(PILOT)) {
      return desk.database().walk(unit -> one(unit, desk, given));
    }
    if (given.flag(MEMBERS)) {
      throw new Trouble.Usage(
          Problem.of("OPTION_NEEDS").with("option", MEMBERS).with("other", PILOT));
    }
    return desk.database().walk(unit -> all(unit, desk));
  }

  private static Exit one(Unit unit, Desk desk, Given given) {
    var pilot = Pilot.of(unit, given.text(PILOT));
    if (!given.flag(MEMBERS)) return ArmSheet.show(desk.screen(), pilot);
    var arms = pilot.arms().list();
    return desk.screen()
        .show(
            Sheet.of(new DealtRows(unit).walk(pilot.code()))
                .column("member", DealtRows.Dealt::code)
                .column("pilot", _ -> pilot.code())
                .column("arm", dealt -> arms.get(dealt.arm()).name())
                .column("role", dealt -> ArmSheet.role(dealt.arm())));
  }

  private static Exit all(Unit unit, Desk desk) {
    desk.screen().showTimesIn(Basics.load(unit).zone());
    return desk.screen().show(sheet(Pilot.all(unit)));
  }

  private static Term status(Pilot pilot) {
    return new Term("pilotstatus", pilot.decision().isPresent() ? "finished" : "running");
  }

  private static Sheet<Pilot> sheet(List<Pilot> pilots) {
    return Sheet.of(pilots)
        .picture(Picture.bars("pilot", "members"))
        .column("pilot", Pilot::code)
        .column("status", ShowCommand::status)
        .column("arms", pilot -> pilot.arms().text())
        .column("source", pilot -> pilot.row().source())
        .column("share", pilot -> pilot.row().share())
        .column("strata", pilot -> pilot.row().strata())
        .column("members", Pilot::members)
        .column("begins_on", Pilot::begins)
        .column("assigned_at", pilot -> Instant.ofEpochMilli(pilot.row().assignedAt()))
        .column("actor", pilot -> pilot.row().actor())
        .column("decision", pilot -> pilot.decision().map(FinishCommand::decision))
        .column("note", pilot -> pilot.decision().map(DecisionRows.Row::note));
  }
}
