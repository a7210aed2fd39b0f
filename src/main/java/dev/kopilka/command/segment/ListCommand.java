package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Shade;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.segment.Overlaps;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code kopilka segment list}: the segments of the programme, and their size when last run. */
public final class ListCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.flag("--overlaps");
    syntax
        .exits(Exit.REFUSED, Exit.STORAGE)
        .example("kopilka segment list")
        .example("kopilka segment list --overlaps")
        .example("kopilka segment list -o json --columns segment,members");
  }

  private record Line(
      Segment segment, Optional<Long> members, Optional<Instant> runAt, List<String> when) {}

  private record Answer(List<Line> lines, ZoneId zone) {}

  @Override
  public Exit run(Desk desk, Given given) {
    if (given.flag("--overlaps")) return overlaps(desk);
    Answer answer = desk.database().read(ListCommand::answer);
    desk.screen().showTimesIn(answer.zone);
    return desk.screen()
        .show(
            Sheet.of(answer.lines)
                .picture(Picture.bars("name", "members"))
                .column("segment", line -> line.segment.code())
                .column("name", line -> line.segment.name())
                .column("members", Line::members)
                .column("run_at", Line::runAt)
                .column("conditions", Line::when));
  }

  /** What all of the segments know of is what had occurred when the first of them was last run. */
  private record Common(Overlaps overlaps, Optional<Instant> ranAt, ZoneId zone) {
    static Common of(Unit unit) {
      var runs = new Runs(unit);
      var segments = runs.programme().segments();
      var ranAt =
          segments.values().stream()
              .flatMap(segment -> runs.lastOf(segment).stream())
              .min(Comparator.naturalOrder());
      return new Common(Overlaps.of(unit, segments.keySet()), ranAt, runs.programme().zone());
    }
  }

  private static Exit overlaps(Desk desk) {
    Common common = desk.database().read(Common::of);
    common.ranAt.ifPresent(new Truth(desk, common.zone)::say);
    var overlaps = common.overlaps;
    var codes = overlaps.segments();
    var sheet =
        Sheet.of(codes)
            .column("segment", code -> code)
            .column("members", code -> overlaps.common(code, code));
    for (var other : codes) sheet.column("in_" + other, code -> overlaps.common(code, other));
    for (var other : codes) {
      var share = "share_" + other;
      sheet.column(share, code -> overlaps.share(code, other).map(ListCommand::shaded));
    }
    desk.screen()
        .say(
            "segment.overlaps",
            Map.of("members", overlaps.members(), "several", overlaps.several()));
    var shares = codes.stream().map(code -> "share_" + code).toArray(String[]::new);
    return desk.screen().show(sheet.picture(Picture.grid("segment", shares)));
  }

  private static Shade shaded(BigDecimal share) {
    return new Shade(share, share.doubleValue());
  }

  private static Answer answer(Unit unit) {
    var runs = new Runs(unit);
    var sizes = new HashMap<String, Long>();
    new Reports(unit).ask("segment_sizes").each(row -> sizes.put(row.text(1), row.number(2)));
    var notation = new Notation(runs.programme());
    var lines = new ArrayList<Line>();
    for (var segment : runs.programme().segments().values()) {
      var ranAt = runs.lastOf(segment);
      var members = ranAt.map(_ -> sizes.getOrDefault(segment.code(), 0L));
      lines.add(new Line(segment, members, ranAt, notation.of(segment)));
    }
    return new Answer(lines, runs.programme().zone());
  }
}
