package dev.kopilka.command.audit;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Sheet;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.LogRows.Line;
import dev.kopilka.store.rows.SettingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** {@code kopilka audit log}: what was done to the ledger as a whole, or read from it. */
public final class LogCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax.option("--member", "MEMBER");
    syntax.option("--action", "ACTION");
    syntax.option("--by", "NAME");
    syntax
        .exits(Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka audit log --from 2026-11-01 -o csv")
        .example("kopilka audit log --member 1001");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return desk.database().walk(unit -> show(unit, desk, given));
  }

  private static Exit show(Unit unit, Desk desk, Given given) {
    var zone = zone(unit);
    desk.screen().showTimesIn(zone);
    var lines = new LogRows(unit).walk(wanted(given, zone));
    return desk.screen()
        .show(
            Sheet.<Line>of(lines)
                .column("seq", Line::seq)
                .column("at", line -> Instant.ofEpochMilli(line.at()))
                .column("actor", Line::actor)
                .column("action", Line::action)
                .column("subject", Line::subject)
                .column("details", Line::details));
  }

  private static LogRows.Wanted wanted(Given given, ZoneId zone) {
    var from = given.has("--from") ? start(given.date("--from"), zone) : 0;
    var to = given.has("--to") ? start(given.date("--to").plusDays(1), zone) : Long.MAX_VALUE;
    return new LogRows.Wanted(
        from, to, given.text("--by"), given.text("--action"), given.text("--member"));
  }

  private static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** Before a programme is applied there is a log already, but no zone. */
  private static ZoneId zone(Unit unit) {
    return new SettingRows(unit).get("zone").isEmpty()
        ? ZoneOffset.UTC
        : Basics.load(unit).zone();
  }
}
