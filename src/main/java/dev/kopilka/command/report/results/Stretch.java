package dev.kopilka.command.report.results;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Days;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.Programme;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.report.Periods;
import dev.kopilka.store.Unit;

/** The days of a report, as one period, and the programme in force on the last of them. */
record Stretch(Programme programme, Periods days) {
  static void declare(Syntax syntax) {
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax.exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE);
  }

  static Stretch of(Unit unit, Desk desk, Given given) {
    var history = Versions.load(unit);
    var latest = history.latest().orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME));
    var zone = latest.programme().zone();
    var last = given.dateOr("--to", desk.now().atZone(zone).toLocalDate());
    var days = Days.through(last, unit, zone, given);
    var programme = history.inForceOn(last).orElse(latest).programme();
    return new Stretch(programme, Periods.whole(days, zone));
  }

  int money() {
    return programme.currencyScale();
  }

  int points() {
    return programme.points().scale();
  }

  void say(Desk desk) {
    new Truth(desk, programme.zone()).say(days.get(0).to());
  }
}
