package dev.kopilka.command.report;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.report.Periods;
import dev.kopilka.report.survey.Confidence;
import dev.kopilka.report.survey.Measure;
import dev.kopilka.report.survey.Opinion;
import dev.kopilka.report.survey.Opinions.Group;
import dev.kopilka.report.survey.Opinions;
import dev.kopilka.report.survey.Surveys;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code kopilka report surveys}: what members say, with how much of it may be chance. */
public final class SurveysCommand implements Command {
  private static final int SATISFIED = 4;
  private static final int MOST = 5;

  @Override
  public void declare(Syntax syntax) {
    syntax.option("--survey", "CODE");
    syntax.option("--measure", "MEASURE").among("nps", "csat").defaultsTo("nps");
    syntax.option("--satisfied", "SCORE");
    syntax.option("--scale", "SCORE");
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax.option("--by", "GROUP").among("month", "channel", "segment");
    syntax.option("--confidence", "PERCENT").among("90", "95", "99").defaultsTo("95");
    syntax.option("--interval", "INTERVAL").among("adjusted", "wald").defaultsTo("adjusted");
    syntax.flag("--trend");
    syntax
        .exits(Exit.BAD_INPUT, Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka report surveys --survey nps --by month")
        .example("kopilka report surveys --survey nps --by channel --trend")
        .example("kopilka report surveys --survey visit --measure csat --by channel -o csv");
  }

  /** A row: what a group says, and what the one before it said where groups follow in time. */
  private record Line(Opinion opinion, Optional<Opinion> earlier) {}

  private record Answer(List<Opinion> opinions, Basics basics, LocalDate last) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var group = group(given);
    Answer answer = desk.database().read(unit -> answer(unit, desk, given, group));
    new Truth(desk, answer.basics.zone()).say(answer.last);
    var sheet = sheet(answer.opinions, group, confidence(given));
    if (given.flag("--trend")) {
      var names = names(answer.opinions, group);
      addTrend(sheet, confidence(given))
          .picture(Picture.effects(names, "trend", "trend_low", "trend_high"));
    }
    return desk.screen().show(sheet);
  }

  private static Group group(Given given) {
    if (!given.has("--by")) return Group.NONE;
    var group = Group.valueOf(given.text("--by").toUpperCase(Locale.ROOT));
    if (group != Group.MONTH || !given.flag("--trend")) return group;
    throw new Trouble.Usage(
        Problem.of("OPTIONS_EXCLUDE").with("one", "--by month").with("other", "--trend"));
  }

  private static Confidence confidence(Given given) {
    return Confidence.of(
        given.text("--confidence"), given.text("--interval").equals("wald"));
  }

  private static Answer answer(Unit unit, Desk desk, Given given, Group group) {
    var basics = Basics.load(unit);
    var zone = basics.zone();
    var last = given.dateOr("--to", desk.now().atZone(zone).toLocalDate());
    var days = Days.through(last, unit, zone, given);
    var isByMonth = group == Group.MONTH || given.flag("--trend");
    var periods = isByMonth ? Periods.months(days, zone) : Periods.whole(days, zone);
    if (given.has("--survey")) Surveys.need(unit, given.text("--survey"));
    var wish = new Opinions.Wish(given.text("--survey"), periods, group);
    return new Answer(Opinions.read(unit, wish, measure(given)), basics, last);
  }

  private static Measure measure(Given given) {
    if (!given.text("--measure").equals("csat")) {
      for (var option : List.of("--satisfied", "--scale")) {
        if (!given.has(option)) continue;
        throw new Trouble.Usage(
            Problem.of("OPTIONS_EXCLUDE").with("one", "--measure nps").with("other", option));
      }
      return Measure.NPS;
    }
    var satisfied = given.wholeNumberOr("--satisfied", SATISFIED);
    var most = given.wholeNumberOr("--scale", MOST);
    if (satisfied <= most && most <= Integer.MAX_VALUE) {
      return Measure.csat((int) satisfied, (int) most);
    }
    throw new Trouble.Usage(
        Problem.of("SURVEY_SCALE").with("satisfied", satisfied).with("most", most));
  }

  private static Sheet<Line> sheet(List<Opinion> opinions, Group group, Confidence confidence) {
    var sheet =
        Sheet.of(lines(opinions)).column("survey", line -> line.opinion.survey());
    if (group != Group.NONE) {
      sheet.column(group.name().toLowerCase(Locale.ROOT), line -> line.opinion.group());
    }
    sheet
        .picture(Picture.ranges(names(opinions, group), "score", "low", "high"))
        .column("measure", line -> line.opinion.kind())
        .column("answers", line -> line.opinion.counts().all())
        .column("unscored", line -> line.opinion.unscored())
        .column("positive", line -> line.opinion.counts().positive())
        .column("neutral", line -> line.opinion.counts().neutral())
        .column("negative", line -> line.opinion.counts().negative())
        .column("score", line -> line.opinion.score())
        .column("standard_error", line -> line.opinion.standardError())
        .column("low", line -> line.opinion.low(confidence))
        .column("high", line -> line.opinion.high(confidence));
    if (group != Group.MONTH) return sheet;
    return sheet
        .column("change", line -> line.earlier.flatMap(line.opinion::change))
        .column("sure", line -> line.earlier.flatMap(e -> line.opinion.isSure(e, confidence)));
  }

  private static Sheet<Line> addTrend(Sheet<Line> sheet, Confidence confidence) {
    return sheet
        .column("months", line -> line.opinion.trend().months())
        .column("trend", line -> line.opinion.trend().slope())
        .column("trend_error", line -> line.opinion.trend().standardError())
        .column("trend_low", line -> line.opinion.trend().low(confidence))
        .column("trend_high", line -> line.opinion.trend().high(confidence))
        .column("trend_sure", line -> line.opinion.trend().isSure(confidence));
  }

  /** What tells the rows apart. */
  private static List<String> names(List<Opinion> opinions, Group group) {
    if (group == Group.NONE) return List.of("survey");
    var name = group.name().toLowerCase(Locale.ROOT);
    var isOfOne = opinions.stream().map(Opinion::survey).distinct().count() < 2;
    return isOfOne ? List.of(name) : List.of("survey", name);
  }

  private static List<Line> lines(List<Opinion> opinions) {
    var lines = new ArrayList<Line>();
    Optional<Opinion> before = Optional.empty();
    for (var opinion : opinions) {
      lines.add(new Line(opinion, before.filter(one -> one.survey().equals(opinion.survey()))));
      before = Optional.of(opinion);
    }
    return lines;
  }
}
