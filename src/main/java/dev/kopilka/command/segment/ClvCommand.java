package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.clv.Clv;
import dev.kopilka.segment.clv.Fit;
import dev.kopilka.segment.clv.Tracking;
import dev.kopilka.segment.clv.Warning;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code kopilka segment clv}: what every buyer is likely to buy, or how well that is known. */
public final class ClvCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.flag("--summary");
    ClvOptions.declare(syntax);
    syntax.reads().exits(Exit.REFUSED);
    syntax
        .example("kopilka segment clv --weeks 52 --discount 15% --margin 40% -o csv")
        .example("kopilka segment clv --summary --as-of 2026-03-31 --holdout-to 2026-09-30")
        .example("kopilka segment clv --as-of 2026-03-31 --holdout-to 2026-09-30 --by week");
  }

  private record Answer(Clv clv, AsOf asOf) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var options = new ClvOptions(given);
    var isTracking = options.isTracking();
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    var clv = answer.clv;
    var screen = desk.screen();
    // A slip in --columns is told before anything is said of an answer that will not be shown.
    if (given.flag("--summary")) {
      var card = screen.checked(ClvSheets.summary(clv.fit(), clv.tracking(options.by())));
      say(desk, answer);
      return screen.show(card);
    }
    if (isTracking) {
      var stretches = screen.checked(ClvSheets.tracking(clv.tracking(options.by())));
      say(desk, answer);
      return screen.show(stretches);
    }
    var buyers = screen.checked(ClvSheets.buyers(clv));
    say(desk, answer);
    return screen.show(buyers);
  }

  private static void say(Desk desk, Answer answer) {
    new Truth(desk, answer.asOf.zone()).say(answer.asOf.moment());
    say(desk, answer.clv, answer.clv.fit());
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var programme =
        Versions.load(unit)
            .latest()
            .orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME))
            .programme();
    var asOf = new AsOf(given.asOf(programme.zone(), desk.now()), programme.zone());
    var terms = new ClvOptions(given).terms(asOf);
    return new Answer(Clv.of(unit, terms, programme.currencyScale()), asOf);
  }

  /** The parameters in a line each, and what speaks against them. */
  private static void say(Desk desk, Clv clv, Fit fit) {
    fit.buying()
        .ifPresent(
            found ->
                desk.screen()
                    .say(
                        "clv.buying",
                        Map.of(
                            "buyers", fit.buyers(),
                            "repeat", fit.repeatBuyers(),
                            "r", found.r(),
                            "alpha", found.alpha(),
                            "a", found.a(),
                            "b", found.b(),
                            "likelihood", found.logLikelihood())));
    fit.spending()
        .ifPresent(
            found ->
                desk.screen()
                    .say(
                        "clv.spending",
                        Map.of(
                            "buyers", found.buyers(),
                            "p", found.p(),
                            "q", found.q(),
                            "gamma", found.gamma(),
                            "likelihood", found.logLikelihood())));
    for (var warning : fit.warnings()) warn(desk, clv, warning);
  }

  private static void warn(Desk desk, Clv clv, Warning warning) {
    var fit = clv.fit();
    var whole = clv.tracking(Tracking.By.WHOLE).stream().findFirst();
    desk.screen()
        .say(
            "clv.warning." + warning.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            Map.of(
                "buyers", fit.buyers(),
                "repeat", fit.repeatBuyers(),
                "correlation", text(fit.correlation()),
                "expected", text(whole.flatMap(Tracking::expectedSoFar)),
                "actual", text(whole.map(one -> BigDecimal.valueOf(one.actualSoFar())))));
  }

  private static String text(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
