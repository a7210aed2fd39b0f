package dev.kopilka.command.segment;

import dev.kopilka.command.Desk;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.segment.RfmName;
import dev.kopilka.screen.Cell;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.Rfm;
import dev.kopilka.segment.flow.Division;
import dev.kopilka.segment.flow.Flow;
import dev.kopilka.segment.lifecycle.Stages;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.SegmentRows;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Divisions of members by the word that is typed: a segment's code, {@code rfm}, {@code lifecycle}. */
final class Divisions {
  private static final String RFM = "rfm";
  private static final String LIFECYCLE = "lifecycle";

  private final Unit unit;
  private final Desk desk;
  private final Runs runs;
  private final long last;

  Divisions(Unit unit, Desk desk) {
    this.unit = unit;
    this.desk = desk;
    this.runs = new Runs(unit);
    this.last = new MemberRows(unit).last();
  }

  Runs runs() {
    return runs;
  }

  /** Where everybody is in the one and in the other. */
  Flow flow(Division from, Division to, AsOf asOf) {
    var flow = new Flow(from.names(), to.names());
    new Reports(unit)
        .ask("enrolled_until")
        .with("until", asOf.moment().toEpochMilli())
        .each(
            row -> {
              var member = row.number(1);
              var first = from.place(member);
              var second = to.place(member);
              // Who was merged counts as another one, unless a segment was run before.
              var isElsewhere = first == Flow.NOWHERE && second == Flow.NOWHERE;
              if (row.number(2) == 0 || !isElsewhere) flow.add(first, second);
            });
    return flow;
  }

  /** The programme's own segments go first, whatever they are called. */
  Division of(String word, AsOf asOf) {
    if (runs.programme().segments().containsKey(word)) return segment(word);
    return switch (word) {
      case RFM -> scores(asOf);
      case LIFECYCLE -> stages(asOf);
      default -> segment(word);
    };
  }

  /** Refuses what has no past: a segment is known as its last run found it. */
  void needPast(String word) {
    if (runs.programme().segments().containsKey(word) || !word.equals(RFM) && !word.equals(LIFECYCLE)) {
      var code = runs.segment(word).code();
      throw new Trouble.Usage(Problem.of("COMPARE_NEEDS_TWO").with("segment", code));
    }
  }

  private Division scores(AsOf asOf) {
    var terms = runs.programme().rfm();
    var names = new ArrayList<String>();
    for (RfmName name : terms.names()) {
      if (!names.contains(name.segment())) names.add(name.segment());
    }
    var division = new Division(names, last);
    var asked = new Rfm.Asked(terms, asOf, runs.programme().currencyScale());
    var rfm = Rfm.unnamed(List.of(unit), asked);
    for (var i = 0; i < rfm.size(); i++) {
      division.put(rfm.member(i), names.indexOf(rfm.get(i).segment()));
    }
    return division;
  }

  private Division stages(AsOf asOf) {
    var terms = runs.programme().lifecycle();
    var division = new Division(terms.stages(), last);
    var stages = new Stages(unit, terms, asOf);
    stages.each((member, stage) -> division.put(member, stages.place(Optional.of(stage))));
    return division;
  }

  private Division segment(String word) {
    var segment = runs.segment(word);
    var ranAt = runs.lastOf(segment);
    if (ranAt.isEmpty()) {
      desk.screen().say("segment.never-run", Map.of("segment", word));
    } else {
      var at = Cell.text(ranAt.get(), runs.programme().zone());
      desk.screen().say("segment.run-at", Map.of("segment", word, "at", at));
    }
    var division = new Division(List.of(word), last);
    new SegmentRows(unit).members(word).stream().forEach(member -> division.put(member, 0));
    return division;
  }
}
