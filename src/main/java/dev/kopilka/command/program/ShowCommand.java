package dev.kopilka.command.program;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble.Refused;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.Version;
import dev.kopilka.program.stored.Versions;
import java.time.LocalDate;
import java.util.Optional;

/** {@code kopilka program show}: the version in force, or another, as tables or as its file. */
public final class ShowCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.option("--number", "N");
    syntax.flag("--source");
    syntax
        .reads()
        .exits(Exit.NOT_FOUND, Exit.REFUSED)
        .example("kopilka program show")
        .example("kopilka program show --as-of 2026-06-30 -o json")
        .example("kopilka program show --number 1 --source > program.yaml");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var version = chosen(desk.database().read(Versions::load), desk, given);
    if (given.flag("--source")) return desk.screen().print(version.source());
    desk.screen().showTimesIn(version.programme().zone());
    return desk.screen().show(Tables.of(version));
  }

  private static Version chosen(ProgrammeHistory history, Desk desk, Given given) {
    if (given.has("--number")) {
      var number = given.wholeNumber("--number");
      return history.versions().stream()
          .filter(version -> version.number() == number)
          .findFirst()
          .orElseThrow(() -> refused(Refusal.VERSION_NOT_FOUND, "version", number));
    }
    var last = history.latest().orElseThrow(() -> new Refused(Refusal.NO_PROGRAMME));
    var zone = last.programme().zone();
    var day = LocalDate.ofInstant(given.asOf(zone, desk.now()), zone);
    // Before its first day a programme is still what its owner wants to look at.
    Optional<Version> planned = given.has("--as-of") ? Optional.empty() : Optional.of(last);
    return history
        .inForceOn(day)
        .or(() -> planned)
        .orElseThrow(() -> refused(Refusal.NO_PROGRAMME, "day", day));
  }

  private static Refused refused(Refusal refusal, String detail, Object value) {
    return new Refused(refusal, Problem.of(refusal.name()).with(detail, value));
  }
}
