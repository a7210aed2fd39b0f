package dev.kopilka.pilot;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Unit;
import dev.kopilka.store.pilot.DealtRows;
import dev.kopilka.store.pilot.DecisionRows;
import dev.kopilka.store.pilot.PilotRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A pilot as it was assigned.
 *
 * @param sizes members of each arm
 * @param decision how it ended, if it has
 */
public record Pilot(
    PilotRows.Row row, Arms arms, List<Long> sizes, Optional<DecisionRows.Row> decision) {

  public Pilot {
    sizes = List.copyOf(sizes);
  }

  /** The pilot of that code; refuses where there is none. */
  public static Pilot of(Unit unit, String code) {
    var row = new PilotRows(unit).get(code);
    if (row.isPresent()) return of(unit, row.get());
    var known = new PilotRows(unit).all().stream().map(PilotRows.Row::code).toList();
    throw new Trouble.Refused(
        Refusal.PILOT_NOT_FOUND,
        Problem.of(Refusal.PILOT_NOT_FOUND.name())
            .with("pilot", code)
            .with("nearest", Nearest.to(code, known)));
  }

  private static Pilot of(Unit unit, PilotRows.Row row) {
    var arms = Arms.of(row.arms()).orElseThrow();
    var sizes = Arrays.stream(new DealtRows(unit).sizes(row.code(), arms.count())).boxed().toList();
    return new Pilot(row, arms, sizes, new DecisionRows(unit).get(row.code()));
  }

  /** Every pilot, by its first day. */
  public static List<Pilot> all(Unit unit) {
    var all = new ArrayList<Pilot>();
    for (var row : new PilotRows(unit).all()) all.add(of(unit, row));
    return all;
  }

  public String code() {
    return row.code();
  }

  /** The first day on which something counts. */
  public LocalDate begins() {
    return LocalDate.ofEpochDay(row.beginsOn());
  }

  public long members() {
    return sizes.stream().mapToLong(Long::longValue).sum();
  }
}
