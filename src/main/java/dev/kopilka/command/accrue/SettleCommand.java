package dev.kopilka.command.accrue;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.Close;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Unit;
import dev.kopilka.store.due.CloseRows;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.SettingRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The day's close: posts what is due by the beginning of a day. */
public final class SettleCommand implements Command {
  private static final String SETTLED = "settled_by";

  /** Members a transaction: enough to be fast, few enough for others to get their turn. */
  private static final int BATCH = 1_000;

  @Override
  public void declare(Syntax syntax) {
    syntax.argument("DATE").optional();
    syntax.flag("--ahead");
    syntax.option("--close-period", "DATE");
    syntax.writes();
    syntax.example("kopilka accrue settle");
    syntax.example("kopilka accrue settle 2027-01-01 --close-period 2026-11-30");
  }

  /** What the days' closes did, added up. */
  private static final class Tally {
    private long members;
    private long expiredLots;
    private long expiredPoints;
    private long tiers;
    private long holds;

    void add(long members, List<Entry> entries) {
      this.members += members;
      for (var entry : entries) {
        if (entry.kind() == EntryKind.EXPIRE) {
          expiredLots++;
          expiredPoints -= entry.points();
        }
        if (entry.kind() == EntryKind.TIER) tiers++;
        if (entry.kind() == EntryKind.RELEASE) holds++;
      }
    }
  }

  private record Start(Basics basics, LocalDate day, CloseRows.Activated activated) {}

  @Override
  public Exit run(Desk desk, Given given) {
    Start start = desk.database().read(unit -> start(unit, desk, given));
    var tally = new Tally();
    var closed = given.text("--close-period");
    desk.screen().checked(card(start, tally, closed));
    var last = 0L;
    do {
      var after = last;
      Close.Done done =
          desk.database()
              .write(
                  desk.dryRun(),
                  unit ->
                      new Close(unit, Versions.load(unit), Till.pen(desk))
                          .upTo(start.day, after, BATCH));
      tally.add(done.members(), done.entries());
      last = done.last();
    } while (last != 0);
    desk.database().write(desk.dryRun(), unit -> finish(unit, desk, given, start));
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(card(start, tally, closed));
  }

  /** Refuses to run backwards, and more than a day ahead of what is known without being told to. */
  private static Start start(Unit unit, Desk desk, Given given) {
    var basics = Basics.load(unit);
    var day = given.dateOr("DATE", desk.now().atZone(basics.zone()).toLocalDate());
    var settled = new SettingRows(unit).get(SETTLED).map(LocalDate::parse).orElse(LocalDate.EPOCH);
    if (day.isBefore(settled)) {
      throw refused(Refusal.CLOSE_BACKWARDS, day, "settled", settled);
    }
    var rows = new CloseRows(unit);
    var last = Instant.ofEpochMilli(rows.lastEventAt()).atZone(basics.zone()).toLocalDate();
    var today = desk.now().atZone(basics.zone()).toLocalDate();
    var known = last.isAfter(today) ? last : today;
    if (day.isAfter(known.plusDays(1)) && !given.flag("--ahead")) {
      throw refused(Refusal.CLOSE_AHEAD, day, "last", last);
    }
    return new Start(basics, day, rows.activated(settled, day));
  }

  private static Trouble refused(Refusal refusal, LocalDate day, String name, LocalDate other) {
    return new Trouble.Refused(
        refusal, Problem.of(refusal.name()).with("day", day).with(name, other));
  }

  private static Boolean finish(Unit unit, Desk desk, Given given, Start start) {
    var settings = new SettingRows(unit);
    settings.put(SETTLED, start.day.toString());
    if (given.has("--close-period")) {
      // Those who are booking into the period at this moment come first.
      settings.hold(SettingRows.SCHEMA);
      settings.put("closed_through", given.date("--close-period").toString());
    }
    var at = desk.now().toEpochMilli();
    new LogRows(unit)
        .add(
            new LogRows.Line(
                0, at, desk.actor(), "accrue settle", "", start.day.toString()));
    return true;
  }

  private static Card card(Start start, Tally tally, String closed) {
    var activated = start.activated;
    return Card.of()
        .put("day", start.day)
        .put("members", tally.members)
        .put("activated", amount(activated.lots(), activated.points(), start.basics))
        .put("expired", amount(tally.expiredLots, tally.expiredPoints, start.basics))
        .put("tiers_changed", tally.tiers)
        .put("holds_released", tally.holds)
        .put("period_closed_through", Optional.of(closed).filter(day -> !day.isEmpty()));
  }

  private static Card amount(long lots, long points, Basics basics) {
    var card = Card.of().put("lots", lots);
    return basics.pointScale() == 0
        ? card.put("points", points)
        : card.put("points", BigDecimal.valueOf(points, basics.pointScale()));
  }
}
