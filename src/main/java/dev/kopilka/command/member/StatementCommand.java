package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.member.Registry;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Sheet;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Statement;
import dev.kopilka.store.member.Statement.Between;
import dev.kopilka.store.member.Statement.Line;
import dev.kopilka.store.member.Statement.Opened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Optional;

/** Shows one member's entries as an account statement, in the order of the ledger. */
public final class StatementCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax
        .exits(Exit.NOT_FOUND, Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka member statement 1001")
        .example("kopilka member statement 1001 --from 2026-11-01 --to 2026-11-30 -o csv");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return desk.database().walk(unit -> show(unit, desk, given));
  }

  private static Exit show(Unit unit, Desk desk, Given given) {
    var basics = Basics.load(unit);
    var member = new Registry(unit, desk.vault()).member(given.text("MEMBER"));
    var lines = new Statement(unit).of(member.number(), between(given, basics.zone()));
    desk.screen().showTimesIn(basics.zone());
    return desk.screen().show(sheet(lines, basics.pointScale()));
  }

  /** Both days are inclusive. */
  private static Between between(Given given, ZoneId zone) {
    var from = given.has("--from") ? midnight(given.date("--from"), zone) : Between.EVER.from();
    if (!given.has("--to")) return new Between(from, Between.EVER.to());
    return new Between(from, midnight(given.date("--to").plusDays(1), zone));
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static Sheet<Line> sheet(Iterator<Line> lines, int scale) {
    return Sheet.of(lines)
        .column("entry", Line::seq)
        .column("occurred_at", line -> Instant.ofEpochMilli(line.occurredAt()))
        .column("kind", line -> line.kind().word())
        .column("rule", Line::rule)
        .decimal("points", Line::points, scale)
        .decimal("balance", Line::balance, scale)
        .column("active_from", line -> opened(line).map(Opened::activeFrom))
        .column("expires_on", line -> opened(line).map(Opened::expiresOn))
        .column("event", line -> line.event().id())
        .column("corrects", line -> line.corrects() == 0 ? "" : line.corrects())
        .column("actor", Line::actor);
  }

  private static Optional<Opened> opened(Line line) {
    return line.terms().equals(Opened.NOTHING) ? Optional.empty() : Optional.of(line.terms());
  }
}
