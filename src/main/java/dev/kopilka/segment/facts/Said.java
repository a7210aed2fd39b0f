package dev.kopilka.segment.facts;

import dev.kopilka.model.EventKind;
import dev.kopilka.segment.AsOf;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Holders;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What members answered to surveys, for whoever goes through them in ascending order. Answers given
 * with a card that was merged since are those of whoever has it.
 */
final class Said {
  private final boolean hasWords;
  private final Holders holders;
  private final Map<Long, List<One>> inherited = new HashMap<>();
  private final ByMember<One> rows;

  /** An answer, or a reversal of what {@code name} stands for, which has no survey. */
  private record One(
      long member, String name, String survey, long at, String attributes, String note) {}

  /**
   * The walk ends with the unit.
   *
   * @param hasWords whether answers are read too, which lie beside the events; scores always are
   */
  Said(Unit unit, AsOf end, boolean hasWords) {
    this.hasWords = hasWords;
    var question = hasWords ? "survey_words" : "survey_scores";
    holders = Holders.load(unit);
    if (!holders.isEmpty()) inherit(walk(unit, question + "_merged", end));
    rows = new ByMember<>(walk(unit, question, end), One::member);
  }

  private Iterator<One> walk(Unit unit, String question, AsOf end) {
    return new Reports(unit)
        .ask(question)
        .with("until", end.moment().toEpochMilli())
        .walk(this::one);
  }

  private One one(Row row) {
    if (row.number(2) == EventKind.REVERSAL.number()) {
      return new One(row.number(1), row.text(6), "", 0, "", "");
    }
    var name = row.text(4) + ":" + row.text(5);
    var note = hasWords ? row.text(9) : "";
    return new One(row.number(1), name, row.text(7), row.number(3), row.text(8), note);
  }

  /** Merged cards are few, so what was said with them is read beforehand. */
  private void inherit(Iterator<One> merged) {
    while (merged.hasNext()) {
      var one = merged.next();
      inherited.computeIfAbsent(holders.of(one.member), _ -> new ArrayList<>()).add(one);
    }
  }

  /** What stands of it; nothing for a card that was merged into another one. */
  Answers of(long member) {
    var own = rows.of(member);
    var answers = new Answers();
    if (holders.isMerged(member)) return answers;
    var all = new ArrayList<>(inherited.getOrDefault(member, List.of()));
    all.addAll(own);
    for (var one : all) {
      if (one.survey.isEmpty()) continue;
      answers.add(one.name, one.survey, one.at, one.attributes);
      answers.addWords(one.name, one.survey, one.at, one.note);
    }
    // Whatever was taken back, with whichever card, had been said before.
    for (var one : all) {
      if (one.survey.isEmpty()) answers.reversed(one.name);
    }
    return answers;
  }
}
