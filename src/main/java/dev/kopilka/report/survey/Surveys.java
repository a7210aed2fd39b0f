package dev.kopilka.report.survey;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.util.Set;
import java.util.TreeSet;

/** The surveys that there are: those of the programme, and those that anybody has answered. */
public final class Surveys {
  private Surveys() {}

  /**
   * Refuses a survey that nobody knows. A programme may list none, and may have stopped listing one
   * whose answers are there still.
   */
  public static void need(Unit unit, String code) {
    var declared = Versions.load(unit).latest().map(latest -> latest.programme().surveys());
    var known = new TreeSet<>(declared.orElse(Set.of()));
    if (known.contains(code)) return;
    new Reports(unit).ask("survey_codes").each(row -> known.add(row.text(1)));
    if (known.contains(code)) return;
    throw new Trouble.Refused(
        Refusal.SURVEY_NOT_FOUND,
        Problem.of(Refusal.SURVEY_NOT_FOUND.name())
            .with("survey", code)
            .with("nearest", Nearest.to(code, known)));
  }
}
