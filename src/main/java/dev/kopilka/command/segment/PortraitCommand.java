package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.report.survey.Surveys;
import dev.kopilka.screen.Cell;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Term;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.segment.portrait.Line;
import dev.kopilka.segment.portrait.Portrait;
import dev.kopilka.segment.portrait.Sitting;
import dev.kopilka.segment.portrait.count.Effect;
import dev.kopilka.segment.portrait.count.Sparing;
import dev.kopilka.store.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code kopilka segment portrait}: a segment beside everybody, and how large the differences are. */
public final class PortraitCommand implements Command {
  private static final int MOST = 1_000_000;

  /** Not every programme has such a survey, so it is no slip of anybody's hand that it is missing. */
  private static final String NPS = "nps";

  /** The traits whose values are words of ours. */
  private static final List<String> OWN = List.of("gender", "weekday");

  @Override
  public void declare(Syntax syntax) {
    syntax.argument("SEGMENT");
    syntax.option("--window", "PERIOD");
    syntax.option("--against", "GROUP").among("base", "rest").defaultsTo("base");
    syntax.option("--least", "MEMBERS").defaultsTo("5");
    syntax.option("--top", "VALUES").defaultsTo("10");
    syntax.option("--nps", "SURVEY").defaultsTo(NPS);
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka segment portrait sleeping")
        .example("kopilka segment portrait sleeping --against rest --window P12M -o csv");
  }

  private record Answer(Portrait portrait, Optional<Instant> ranAt, ZoneId zone) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var terms = terms(given);
    Answer answer =
        desk.database().read(unit -> answer(unit, desk, given.text("SEGMENT"), terms));
    new Truth(desk, answer.zone).say(desk.now());
    say(desk, given.text("SEGMENT"), answer, terms);
    return desk.screen().show(sheet(answer.portrait));
  }

  private static Sitting.Terms terms(Given given) {
    return new Sitting.Terms(
        atLeastOne(given, "--least"),
        atLeastOne(given, "--top"),
        given.text("--against").equals("rest"),
        RfmOptions.window(given),
        given.text("--nps"));
  }

  private static int atLeastOne(Given given, String option) {
    var number = given.wholeNumber(option);
    if (number >= 1 && number <= MOST) return (int) number;
    throw new Trouble.BadInput(
        Problem.of("ARGUMENT_OUTSIDE")
            .with("option", option)
            .with("found", number)
            .with("least", 1)
            .with("most", MOST));
  }

  private static Answer answer(Unit unit, Desk desk, String code, Sitting.Terms terms) {
    var runs = new Runs(unit);
    var ranAt = runs.lastOf(runs.segment(code));
    if (!terms.nps().equals(NPS)) Surveys.need(unit, terms.nps());
    var sitting = new Sitting(runs.programme(), code, desk.now(), terms);
    return new Answer(Portrait.of(unit, sitting, desk.vault()), ranAt, sitting.zone());
  }

  private static void say(Desk desk, String code, Answer answer, Sitting.Terms terms) {
    if (answer.ranAt.isEmpty()) {
      desk.screen().say("segment.never-run", Map.of("segment", code));
      return;
    }
    var at = Cell.text(answer.ranAt.get(), answer.zone);
    desk.screen().say("segment.run-at", Map.of("segment", code, "at", at));
    var key = answer.portrait.lines().isEmpty() ? "segment.too-few" : "segment.least";
    desk.screen().say(key, Map.of("least", terms.least()));
  }

  /** Days and genders are words of ours; goods, channels and tiers have the names of their owner. */
  private static Object group(Line line) {
    var isLeftOver = line.value().equals(Sparing.OTHER) || line.value().equals(Sparing.UNKNOWN);
    if (isLeftOver) return new Term("group", line.value());
    return OWN.contains(line.trait()) ? new Term(line.trait(), line.value()) : line.value();
  }

  private static Sheet<Line> sheet(Portrait portrait) {
    return Sheet.of(portrait.lines())
        .column("section", Line::section)
        .column("trait", line -> new Term("trait", line.trait()))
        .column("group", PortraitCommand::group)
        .column("measure", Line::measure)
        .column("members", Line::members)
        .column("segment", Line::segment)
        .column("base", Line::base)
        .column("index", Line::index)
        .column("effect", line -> line.effect().map(Effect::value))
        .column("size", line -> line.effect().map(Effect::size))
        .picture(Picture.bars(List.of("trait", "group"), "effect"));
  }
}
