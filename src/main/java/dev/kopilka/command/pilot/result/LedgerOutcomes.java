package dev.kopilka.command.pilot.result;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.Pilot;
import dev.kopilka.pilot.result.Arm;
import dev.kopilka.pilot.result.Purchases;
import dev.kopilka.pilot.result.Purchases.Gathered;
import dev.kopilka.pilot.result.Purchases.Measure;
import dev.kopilka.pilot.result.Wish;
import dev.kopilka.program.Programme;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Outcomes that are in the ledger: what members bought in the days of the pilot. */
final class LedgerOutcomes {
  private final Desk desk;
  private final Given given;
  private final ResultOptions options;

  LedgerOutcomes(Desk desk, Given given, ResultOptions options) {
    this.desk = desk;
    this.given = given;
    this.options = options;
  }

  private record Answer(Gathered gathered, Programme programme, LocalDate last) {}

  List<Arm> arms(Wish wish) {
    Answer answer = desk.database().read(unit -> answer(unit, wish));
    new Truth(desk, answer.programme.zone()).say(answer.last);
    var several = answer.gathered.inSeveral();
    if (several > 0) desk.screen().say("pilot.in-several", Map.of("members", several));
    return answer.gathered.arms();
  }

  private Answer answer(Unit unit, Wish wish) {
    var pilot = Pilot.of(unit, given.text(ResultOptions.PILOT));
    var programme =
        Versions.load(unit)
            .latest()
            .orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME))
            .programme();
    var first = given.dateOr("--from", pilot.begins());
    var last = given.dateOr("--to", desk.now().atZone(programme.zone()).toLocalDate());
    if (first.isAfter(last)) {
      throw new Trouble.BadInput(Problem.of("DAYS_REVERSED").with("from", first).with("to", last));
    }
    var zone = programme.zone();
    var sought =
        new Purchases.Sought(
            Measure.valueOf(options.measure().toUpperCase(Locale.ROOT)),
            first.atStartOfDay(zone).toInstant(),
            last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1),
            first.minus(before()).atStartOfDay(zone).toInstant(),
            options.margin());
    return new Answer(new Purchases(programme, sought).gather(unit, pilot, wish), programme, last);
  }

  private Period before() {
    return given.has(ResultOptions.BEFORE) ? given.period(ResultOptions.BEFORE) : Period.ZERO;
  }
}
