package dev.kopilka.model;

import dev.kopilka.model.value.Days;
import java.time.LocalDate;

/**
 * The dates of a lot: earned, first day it can be spent, last good day (inclusive).
 *
 * @param expiresOn {@link Days#NEVER} when it does not lapse
 */
public record Terms(LocalDate earnedOn, LocalDate activeFrom, LocalDate expiresOn) {
  /** No lot is opened: the day numbers are all zero. */
  public static final Terms NONE =
      new Terms(LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH);

  public boolean isPending(LocalDate day) {
    return day.isBefore(activeFrom);
  }

  /** Points live through their last good day and are dead at the next local midnight. */
  public boolean isLapsed(LocalDate day) {
    return day.isAfter(expiresOn);
  }

  public boolean isSpendable(LocalDate day) {
    return !isPending(day) && !isLapsed(day);
  }

  public Terms expiring(LocalDate day) {
    return new Terms(earnedOn, activeFrom, day);
  }

  public boolean lapses() {
    return !Days.isNever(expiresOn);
  }
}
