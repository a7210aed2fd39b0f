package dev.kopilka.pilot;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Unit;
import dev.kopilka.store.pilot.DecisionRows;
import dev.kopilka.store.rows.LogRows;

/** Writes down how a pilot ended, once. */
public final class Ending {
  private static final String ACTION = "pilot finish";

  private Ending() {}

  /**
   * What came of it.
   *
   * @param isNew false where the same was written down before
   */
  public record Ended(DecisionRows.Row decision, boolean isNew) {}

  /** Keeps the decision, or finds it kept; refuses where another one is. */
  public static Ended of(Unit unit, DecisionRows.Row asked) {
    Pilot.of(unit, asked.pilot());
    var rows = new DecisionRows(unit);
    if (rows.add(asked)) {
      var details = "decision=" + asked.decision();
      var log = new LogRows(unit);
      log.add(
          new LogRows.Line(0, asked.decidedAt(), asked.actor(), ACTION, asked.pilot(), details));
      return new Ended(asked, true);
    }
    var kept = rows.get(asked.pilot()).orElseThrow();
    if (kept.decision().equals(asked.decision()) && kept.note().equals(asked.note())) {
      return new Ended(kept, false);
    }
    throw new Trouble.Refused(
        Refusal.PILOT_FINISHED,
        Problem.of(Refusal.PILOT_FINISHED.name())
            .with("pilot", kept.pilot())
            .with("decision", kept.decision()));
  }
}
