package dev.kopilka.store.pilot;

import dev.kopilka.store.Unit;
import java.util.Optional;

/** How pilots ended. */
public final class DecisionRows {
  private static final String GET =
      "select pilot, decision, %s, decided_at, %s from pilot_decision where pilot = ?";
  private static final String WHOLE = GET.formatted("note", "actor");

  /** For who may read neither what was noted, nor by whom. */
  private static final String VEILED = GET.formatted("''", "''");

  private static final String ADD =
      """
      insert into pilot_decision (pilot, decision, note, decided_at, actor)
      values (?, ?, ?, ?, ?)
      on conflict (pilot) do nothing
      """;

  private final Unit unit;

  public DecisionRows(Unit unit) {
    this.unit = unit;
  }

  /**
   * One decision.
   *
   * @param decision promote or stop
   */
  public record Row(String pilot, String decision, String note, long decidedAt, String actor) {}

  public Optional<Row> get(String pilot) {
    try (var row = unit.query(unit.mayRead("pilot_decision") ? WHOLE : VEILED).set(1, pilot)) {
      if (!row.next()) return Optional.empty();
      return Optional.of(
          new Row(row.text(1), row.text(2), row.text(3), row.number(4), row.text(5)));
    }
  }

  /** Keeps it; false where the pilot has one already. */
  public boolean add(Row row) {
    return unit.query(ADD)
            .set(1, row.pilot)
            .set(2, row.decision)
            .set(3, row.note)
            .set(4, row.decidedAt)
            .set(5, row.actor)
            .run()
        == 1;
  }
}
