package dev.kopilka.program.outreach;

import java.time.LocalDate;
import java.time.Period;

/** At most so many messages to one member in so long, which ends with the day in question. */
public record Cap(long most, Period per) {
  public Cap {
    if (most < 1) throw new IllegalArgumentException("at most " + most);
    if (per.isZero()) throw new IllegalArgumentException("in no time");
  }

  /** The first day whose messages count on a day. */
  public LocalDate since(LocalDate day) {
    return day.minus(per).plusDays(1);
  }
}
