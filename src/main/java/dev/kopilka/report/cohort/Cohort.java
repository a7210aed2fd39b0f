package dev.kopilka.report.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * Members who began in one month, and what they did in it and in each month since, up to the last one
 * that has come.
 *
 * @param active how many of them were active, by months since
 * @param revenue receipts less returns in minor units, by months since
 */
public record Cohort(YearMonth month, long members, long[] active, long[] revenue) {
  private static final int SHARE_DECIMALS = 4;

  /** How many months can be told: the one in which they began, and those since. */
  public int months() {
    return active.length;
  }

  /** The part of the members who were active so many months later. */
  public BigDecimal retention(int since) {
    return BigDecimal.valueOf(active[since])
        .divide(BigDecimal.valueOf(members), SHARE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** Money of that month for each member who began, active or not; half up. */
  public BigDecimal revenuePerMember(int since, int moneyScale) {
    return BigDecimal.valueOf(revenue[since])
        .divide(BigDecimal.valueOf(members), 0, RoundingMode.HALF_UP)
        .movePointLeft(moneyScale);
  }
}
