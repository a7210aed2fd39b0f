package dev.kopilka.command.pilot;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.Assignment;
import dev.kopilka.pilot.Assignment.Assigned;
import dev.kopilka.pilot.Assignment.Stamp;
import dev.kopilka.pilot.Roll;
import dev.kopilka.pilot.Terms.Source;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import java.util.Map;

/** {@code kopilka pilot assign}: deals members to the arms of a pilot, once. */
public final class AssignCommand implements Command {
  private static final String FILE = "FILE";
  private static final String MEMBER = "--member";

  @Override
  public void declare(Syntax syntax) {
    syntax.argument("PILOT");
    syntax.argument(FILE).optional();
    syntax.option("--arms", "ARMS").defaultsTo("control=1,treatment=1");
    syntax.option("--share", "SHARE").defaultsTo("100%");
    syntax.option("--segment", "CODE");
    syntax.option("--strata", "FIELDS");
    syntax.option("--from", "DATE");
    syntax.option("--salt", "TEXT");
    syntax.option(MEMBER, "COLUMN").defaultsTo("member");
    syntax
        .writes()
        .exits(Exit.NOT_FOUND)
        .example("kopilka pilot assign spring-letter --share 20% --strata channel,tier --from 2026-04-01")
        .example("kopilka pilot assign win-back --segment sleeping --arms control=2,letter=1,call=1")
        .example("kopilka pilot assign shop-12 participants.csv --dry-run");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    ArmSheet.check(desk.screen());
    var options = new AssignOptions(given);
    var pilot = options.pilot();
    // What is typed is read before the ledger is.
    options.terms(new Source.Base());
    String salt =
        desk.database().read(unit -> Assignment.salt(unit, pilot, given.text("--salt")));
    var terms = options.terms(source(desk, given, salt));
    Assigned assigned =
        desk.database()
            .write(
                desk.dryRun(), unit -> new Assignment(unit, salt).assign(terms, stamp(desk, unit)));
    say(desk, assigned);
    return ArmSheet.show(desk.screen(), assigned.pilot());
  }

  private static Stamp stamp(Desk desk, Unit unit) {
    var now = desk.now();
    var today = now.atZone(Basics.load(unit).zone()).toLocalDate();
    return new Stamp(now, today, desk.actor());
  }

  private static void say(Desk desk, Assigned assigned) {
    if (!assigned.isNew()) {
      desk.screen().say("pilot.already", Map.of("pilot", assigned.pilot().code()));
    } else if (assigned.skipped() > 0) {
      desk.screen().say("pilot.skipped", Map.of("members", assigned.skipped()));
    }
    if (desk.dryRun()) desk.screen().say("dry-run");
  }

  private static Source source(Desk desk, Given given, String salt) {
    if (given.has(FILE) && given.has("--segment")) {
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", FILE).with("other", "--segment"));
    }
    if (given.has(FILE)) return new Source.Listed(roll(desk, given, salt));
    if (!given.has("--segment")) return new Source.Base();
    var code = given.text("--segment");
    return desk.database().read(unit -> segment(unit, code));
  }

  private static Source segment(Unit unit, String code) {
    var known =
        Versions.load(unit)
            .latest()
            .orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME))
            .programme()
            .segments()
            .keySet();
    if (known.contains(code)) return new Source.Segment(code);
    throw new Trouble.Refused(
        Refusal.SEGMENT_NOT_FOUND,
        Problem.of(Refusal.SEGMENT_NOT_FOUND.name())
            .with("segment", code)
            .with("nearest", Nearest.to(code, known)));
  }

  /** The list, of which everybody is a member: who is none is told by line, and nothing is written. */
  private static Roll roll(Desk desk, Given given, String salt) {
    given.file(FILE);
    var roll = new Roll(salt);
    try (var table = TableFile.open(given.text(FILE))) {
      var column = table.column(given.text(MEMBER));
      while (table.next()) {
        if (table.text(column).isEmpty()) table.bad(column, "MEMBER_CODE_MISSING");
        else roll.add(table.text(column));
      }
      table.check();
    }
    roll.closed();
    desk.database()
        .read(
            unit -> {
              Assignment.find(unit, roll);
              return true;
            });
    if (!roll.isFound()) strangers(given, roll);
    return roll;
  }

  private static void strangers(Given given, Roll roll) {
    try (var table = TableFile.open(given.text(FILE))) {
      var column = table.column(given.text(MEMBER));
      while (table.next()) {
        if (roll.misses(table.text(column))) table.bad(column, "LISTED_NOT_MEMBER");
      }
      table.check();
    }
  }
}
