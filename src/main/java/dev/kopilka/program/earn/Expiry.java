package dev.kopilka.program.earn;

import dev.kopilka.model.value.Days;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * When points lapse.
 *
 * @param after counted from activation, or from the last activity when {@link Policy#INACTIVITY};
 *     {@link Period#ZERO} when {@link Policy#NEVER}
 */
public record Expiry(Policy policy, Period after, RoundTo roundTo) {
  public static final Expiry NEVER = new Expiry(Policy.NEVER, Period.ZERO, RoundTo.NONE);

  /** What the period is counted from, and whether it is at all. */
  public enum Policy {
    FIXED,
    INACTIVITY,
    NEVER
  }

  /** To the end of what the last day is moved, always later, never earlier. */
  public enum RoundTo {
    NONE,
    MONTH_END,
    QUARTER_END,
    YEAR_END
  }

  public Expiry {
    if (policy != Policy.NEVER && (after.isZero() || after.isNegative()))
      throw new IllegalArgumentException("expiry after " + after);
  }

  /** The last day on which points that became spendable on the given day are good. */
  public LocalDate lastGoodDay(LocalDate activation) {
    if (policy == Policy.NEVER) return Days.NEVER;
    var day = activation.plus(after);
    return switch (roundTo) {
      case NONE -> day;
      case MONTH_END -> day.with(TemporalAdjusters.lastDayOfMonth());
      case QUARTER_END -> lastDayOfQuarter(day);
      case YEAR_END -> day.with(TemporalAdjusters.lastDayOfYear());
    };
  }

  private static LocalDate lastDayOfQuarter(LocalDate day) {
    var lastMonth = day.get(IsoFields.QUARTER_OF_YEAR) * 3;
    return day.withDayOfMonth(1).withMonth(lastMonth).with(TemporalAdjusters.lastDayOfMonth());
  }
}
