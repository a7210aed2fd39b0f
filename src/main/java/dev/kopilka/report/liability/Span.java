package dev.kopilka.report.liability;

import java.time.LocalDate;

/** Calendar periods, counted so that each is one more than the one before it. */
public enum Span {
  MONTH(1),
  QUARTER(3),
  YEAR(12);

  private final int months;

  Span(int months) {
    this.months = months;
  }

  /** The period that holds the day. */
  public int of(LocalDate day) {
    return Math.floorDiv(day.getYear() * 12 + day.getMonthValue() - 1, months);
  }

  int of(long epochDay) {
    return of(LocalDate.ofEpochDay(epochDay));
  }

  public LocalDate lastDay(int period) {
    return firstDay(period + 1).minusDays(1);
  }

  private LocalDate firstDay(int period) {
    var month = period * months;
    return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
  }

  /** The last period that is over at the end of the day. */
  public int lastWhole(LocalDate day) {
    var period = of(day);
    return lastDay(period).isAfter(day) ? period - 1 : period;
  }

  /** {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
  public String name(int period) {
    var first = firstDay(period);
    return switch (this) {
      case MONTH -> first.toString().substring(0, 7);
      case QUARTER -> first.getYear() + "-Q" + (first.getMonthValue() / 3 + 1);
      case YEAR -> Integer.toString(first.getYear());
    };
  }
}
