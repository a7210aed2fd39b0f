package dev.kopilka.program.earn;

import dev.kopilka.model.value.Days;
import java.time.LocalDate;

/** The days on which something holds, both ends included. */
public record Validity(LocalDate from, LocalDate to) {
  /** Before every day that a ledger can hold. */
  public static final LocalDate ANCIENT = LocalDate.of(1, 1, 1);

  public static final Validity ALWAYS = new Validity(ANCIENT, Days.NEVER);

  public Validity {
    if (to.isBefore(from)) throw new IllegalArgumentException(from + " is after " + to);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
