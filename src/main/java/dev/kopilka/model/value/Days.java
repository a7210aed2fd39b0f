package dev.kopilka.model.value;

import java.time.LocalDate;

/** Local days of the programme's zone; a day is stored as its count since 1970-01-01. */
public final class Days {
  /** Stands for "never": sorts after every real day, so that never-expiring lots are drawn last. */
  public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private Days() {}

  public static boolean isNever(LocalDate day) {
    return day.equals(NEVER);
  }
}
