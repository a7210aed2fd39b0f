package dev.kopilka.command.report;

import dev.kopilka.model.value.Days;
import java.time.LocalDate;
import java.time.YearMonth;

/** A calendar month as text. */
final class Month {
  private Month() {}

  /** {@code 2026-11}, or "" for never. */
  static String of(LocalDate day) {
    return Days.isNever(day) ? "" : YearMonth.from(day).toString();
  }
}
