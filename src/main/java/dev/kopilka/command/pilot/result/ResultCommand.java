package dev.kopilka.command.pilot.result;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.pilot.Figures;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.measure.ChiSquare;
import dev.kopilka.pilot.result.Arm;
import dev.kopilka.pilot.result.Finding;
import dev.kopilka.pilot.result.Wish;
import java.util.List;
import java.util.Map;

/** {@code kopilka pilot result}: what the treatment does, with how much of it may be chance. */
public final class ResultCommand implements Command {
  /** Below this p sizes are suspicious, whatever the caller puts up with. */
  private static final double SUSPICIOUS = 0.01;

  @Override
  public void declare(Syntax syntax) {
    syntax.argument(ResultOptions.PILOT).optional();
    syntax
        .option("--measure", "MEASURE")
        .among("conversion", "spend", "margin", "mean")
        .defaultsTo("conversion");
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax.option(ResultOptions.MARGIN, "SHARE");
    syntax.option(ResultOptions.FILE, "FILE");
    syntax.option("--outcome", "COLUMN").defaultsTo("outcome");
    syntax.option("--member", "COLUMN").defaultsTo("member");
    syntax.option(ResultOptions.ARM, "COLUMN");
    syntax.option("--arms", "ARMS");
    syntax.flag("--log");
    syntax.option(ResultOptions.BEFORE, "PERIOD|COLUMN");
    syntax.option("--confidence", "PERCENT").among("90", "95", "99").defaultsTo("95");
    syntax.option("--interval", "INTERVAL").among("newcombe", "wald", "welch", "bootstrap");
    syntax.option("--draws", "NUMBER").defaultsTo("2000");
    syntax.option("--seed", "NUMBER").defaultsTo("1");
    syntax.flag("--exact");
    syntax.option("--ratio", "SHARE").defaultsTo("1%");
    syntax
        .exits(
            Exit.REFUSED, Exit.BAD_INPUT, Exit.CHECK_FAILED, Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka pilot result spring-letter --measure spend --margin 30% --before P28D")
        .example("kopilka pilot result spring-letter --file answers.csv --outcome answered")
        .example(
            "kopilka pilot result --file test.csv --arm version --arms gate_30,gate_40"
                + " --outcome retention_1");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var options = new ResultOptions(given);
    options.check();
    var wish = options.wish();
    var least = options.ratio();
    var hasMargins = !Double.isNaN(options.margin());
    desk.screen().checked(ResultSheet.of(List.of(), wish, hasMargins));
    var arms =
        given.has(ResultOptions.FILE)
            ? new FileOutcomes(desk, given, wish).arms()
            : new LedgerOutcomes(desk, given, options).arms(wish);
    checkFilled(arms);
    var sizes = Finding.sizes(arms);
    if (sizes.p() < least) {
      desk.screen().show(ResultSheet.of(Finding.uncompared(arms, wish), wish, hasMargins));
      throw new Trouble.CheckFailed(told("PILOT_RATIO", sizes));
    }
    var key = sizes.p() < SUSPICIOUS ? "pilot.ratio-suspicious" : "pilot.ratio";
    desk.screen().say(key, told(key, sizes).details());
    if (wish.isExact() && !wish.isShare() && !Finding.canBeExact(arms)) {
      throw new Trouble.BadInput(Problem.of("EXACT_TOO_MANY"));
    }
    talk(desk, arms, wish);
    return desk.screen().show(ResultSheet.of(Finding.of(arms, wish), wish, hasMargins));
  }

  /** A mean of one member has no error, and an empty arm nothing at all. */
  private static void checkFilled(List<Arm> arms) {
    for (var arm : arms) {
      if (arm.outcomes().count() > 1) continue;
      throw new Trouble.CheckFailed(Problem.of("PILOT_ARM_EMPTY").with("arm", arm.name()));
    }
  }

  private static Problem told(String code, ChiSquare sizes) {
    return Problem.of(code)
        .with("chi_square", Figures.of(sizes.value()).orElseThrow().toPlainString())
        .with("degrees", (long) sizes.degrees())
        .with("p", Figures.of(sizes.p()).orElseThrow().toPlainString());
  }

  private static void talk(Desk desk, List<Arm> arms, Wish wish) {
    if (wish.span() == Wish.Span.BOOTSTRAP) {
      desk.screen().say("pilot.draws", Map.of("draws", wish.draws(), "seed", wish.seed()));
    }
    if (!wish.isShare() || arms.size() < 3) return;
    var together = Finding.together(arms);
    if (Double.isNaN(together.p())) return;
    desk.screen().say("pilot.together", told("", together).details());
  }
}
