package dev.kopilka.program.privilege;

import java.time.Period;

/** The time over which a tier's measure is counted, ending with the day in question. */
public sealed interface Window {
  /** From 1 January of the year of the day. */
  record CalendarYear() implements Window {}

  /** The period before the day, the day included. */
  record Rolling(Period period) implements Window {
    public Rolling {
      if (period.isZero() || period.isNegative())
        throw new IllegalArgumentException("window " + period);
    }
  }

  /** Everything since enrolment. */
  record Lifetime() implements Window {}

  /** Since the member's tier last changed. */
  record SinceChange() implements Window {}
}
