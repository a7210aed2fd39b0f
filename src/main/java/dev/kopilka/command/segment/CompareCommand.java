package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.flow.Flow;
import dev.kopilka.store.Unit;

/** {@code kopilka segment compare}: who is where in two divisions, or in one on two days. */
public final class CompareCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("A");
    syntax.argument("B").optional();
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax
        .reads()
        .exits(Exit.REFUSED, Exit.NOT_FOUND)
        .example("kopilka segment compare rfm lifecycle")
        .example("kopilka segment compare rfm --from 2026-09-30 --to 2026-10-31 -o csv")
        .example("kopilka segment compare sleeping big-spenders");
  }

  private record Answer(Flow flow, AsOf asOf) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var other = given.has("--from") ? "--from" : "--to";
    if (given.has("B") && given.has(other)) throw excluding("B", other);
    if (given.has("--as-of") && given.has("--to")) throw excluding("--as-of", "--to");
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    new Truth(desk, answer.asOf.zone()).say(answer.asOf.moment());
    return desk.screen().show(sheet(answer.flow));
  }

  private static Trouble excluding(String one, String other) {
    return new Trouble.Usage(
        Problem.of("OPTIONS_EXCLUDE").with("one", one).with("other", other));
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var divisions = new Divisions(unit, desk);
    var zone = divisions.runs().programme().zone();
    var asOf =
        given.has("--to")
            ? AsOf.endOf(given.date("--to"), zone)
            : new AsOf(given.asOf(zone, desk.now()), zone);
    var first = given.text("A");
    if (given.has("B")) {
      var second = divisions.of(given.text("B"), asOf);
      return new Answer(divisions.flow(divisions.of(first, asOf), second, asOf), asOf);
    }
    divisions.needPast(first);
    if (!given.has("--from")) {
      throw new Trouble.Usage(Problem.of("OPTION_MISSING").with("option", "--from"));
    }
    var from = given.date("--from");
    if (from.isAfter(asOf.day())) {
      throw new Trouble.BadInput(
          Problem.of("DAYS_REVERSED").with("from", from).with("to", asOf.day()));
    }
    var before = divisions.of(first, AsOf.endOf(from, zone));
    return new Answer(divisions.flow(before, divisions.of(first, asOf), asOf), asOf);
  }

  /** The columns of a flow, the same wherever one is shown. */
  public static Sheet<Flow.Line> sheet(Flow flow) {
    return Sheet.of(flow.lines())
        .column("from", Flow.Line::from)
        .column("to", Flow.Line::to)
        .column("members", Flow.Line::members)
        .column("share_of_from", Flow.Line::shareOfFrom)
        .column("share_of_to", Flow.Line::shareOfTo)
        .picture(Picture.flow("from", "to", "members"));
  }
}
