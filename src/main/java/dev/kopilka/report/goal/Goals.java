package dev.kopilka.report.goal;

import dev.kopilka.program.steering.Goal;
import dev.kopilka.program.steering.Goal.Point;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.report.Kpi;
import dev.kopilka.report.Kpis;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.report.Windows;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures goals, with all that is due on the way to them, in one walk over the ledger. */
public final class Goals {
  /** Where a goal stands. */
  public enum Status {
    /** Its baseline is yet to be taken. */
    NOT_BEGUN,
    ON_TRACK,
    BEHIND,
    /** The day of the target has come, and it was reached. */
    REACHED,
    /** The day of the target has come, and it was not. */
    MISSED;

    /** Whether nothing is amiss. */
    public boolean isGood() {
      return this != BEHIND && this != MISSED;
    }
  }

  /**
   * A goal on a day.
   *
   * @param now measured on the day, or on that of the target if it is over; empty before it began
   * @param points the control points and the target, in order
   */
  public record Standing(Goal goal, Optional<Measured> now, Status status, List<Mark> points) {}

  /**
   * A control point, or the target.
   *
   * @param measured empty while it is to come
   */
  public record Mark(Goal goal, Point point, Optional<Measured> measured) {}

  private final Map<Period, Kpi> kpis;
  private final LocalDate day;
  private final Basics basics;

  private Goals(Map<Period, Kpi> kpis, LocalDate day, Basics basics) {
    this.kpis = kpis;
    this.day = day;
    this.basics = basics;
  }

  /** All goals as of the end of the day, in their order. */
  public static List<Standing> read(Unit unit, List<Goal> goals, LocalDate day) {
    var basics = Basics.load(unit);
    var wanted = new LinkedHashSet<Period>();
    for (var goal : goals) {
      for (var on : due(goal, day)) wanted.add(period(goal, on));
    }
    var measuring = new Goals(kpis(unit, wanted, basics), day, basics);
    return goals.stream().map(measuring::standing).toList();
  }

  private static Map<Period, Kpi> kpis(Unit unit, Set<Period> wanted, Basics basics) {
    var kpis = new HashMap<Period, Kpi>();
    if (wanted.isEmpty()) return kpis;
    var windows = Windows.of(List.copyOf(wanted), basics.zone());
    for (var kpi : Kpis.read(unit, windows)) kpis.put(kpi.period(), kpi);
    return kpis;
  }

  /** The days on which the goal is to be measured. */
  private static Set<LocalDate> due(Goal goal, LocalDate day) {
    var days = new LinkedHashSet<LocalDate>();
    for (var point : goal.ahead()) {
      if (!point.on().isAfter(day)) days.add(point.on());
    }
    if (hasBegun(goal, day)) days.add(last(goal, day));
    return days;
  }

  private static boolean hasBegun(Goal goal, LocalDate day) {
    return day.isAfter(goal.baseline().on());
  }

  private static LocalDate last(Goal goal, LocalDate day) {
    var end = goal.target().on();
    return day.isAfter(end) ? end : day;
  }

  private static Period period(Goal goal, LocalDate on) {
    return new Period(goal.from(on), on);
  }

  private Measured measured(Goal goal, LocalDate on) {
    return Measured.of(goal, kpis.get(period(goal, on)), basics);
  }

  private Standing standing(Goal goal) {
    var points = new ArrayList<Mark>();
    for (var point : goal.ahead()) {
      var isDue = !point.on().isAfter(day);
      var measured = isDue ? Optional.of(measured(goal, point.on())) : Optional.<Measured>empty();
      points.add(new Mark(goal, point, measured));
    }
    if (!hasBegun(goal, day)) {
      return new Standing(goal, Optional.empty(), Status.NOT_BEGUN, points);
    }
    var now = measured(goal, last(goal, day));
    return new Standing(goal, Optional.of(now), status(goal, now), points);
  }

  private Status status(Goal goal, Measured now) {
    var isOver = !day.isBefore(goal.target().on());
    if (now.isGood()) return isOver ? Status.REACHED : Status.ON_TRACK;
    return isOver ? Status.MISSED : Status.BEHIND;
  }
}
