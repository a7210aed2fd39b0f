package dev.kopilka.segment.lifecycle;

import dev.kopilka.model.value.Days;
import dev.kopilka.program.lifecycle.Stage;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One member on a day.
 *
 * @param enrolledOn the first day with a stage
 * @param lastOn the last purchase, or the last visit of a club's member; empty for none
 * @param times how many purchases, or visits, there were by then
 * @param endsOn the last day of all contracts; empty without one, never for one without an end
 */
public record LifeRow(
    String member,
    Stage stage,
    LocalDate enrolledOn,
    Optional<LocalDate> lastOn,
    long times,
    Optional<LocalDate> endsOn) {
  static LifeRow of(Life life, Stage stage, int day) {
    // A shop's member has no visits here, and a club's no purchases.
    var done = life.purchases.first() == DayList.NONE ? life.visits : life.purchases;
    return new LifeRow(
        life.code(),
        stage,
        LocalDate.ofEpochDay(life.enrolled()),
        day(done.lastUpTo(day)),
        done.countUpTo(day),
        day(life.endKnownOn(day)).filter(end -> !Days.isNever(end)));
  }

  private static Optional<LocalDate> day(int day) {
    return day == DayList.NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }
}
