package dev.kopilka.report;

import dev.kopilka.report.Periods.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The indicators of one period.
 *
 * @param members who took part at its end
 * @param active members with a purchase or an activity in it
 * @param buyers members with a purchase in it
 * @param repeatBuyers members with two or more
 * @param revenue receipts less returns, in minor units
 * @param flow how points went through it
 */
public record Kpi(
    Period period,
    long members,
    long active,
    long buyers,
    long repeatBuyers,
    long purchases,
    long revenue,
    Flow flow) {
  private static final int RATE_DECIMALS = 4;

  /** Revenue a purchase, in units of the currency; half up. */
  public Optional<BigDecimal> averageReceipt(int moneyScale) {
    return ratio(revenue, purchases, 0).map(minor -> minor.movePointLeft(moneyScale));
  }

  /** The part of the buyers who came again within the period. */
  public Optional<BigDecimal> repeatRate() {
    return ratio(repeatBuyers, buyers, RATE_DECIMALS);
  }

  /** Points spent for every point issued in the period. */
  public Optional<BigDecimal> redemptionRate() {
    return flow.issued() > 0
        ? ratio(flow.redeemed(), flow.issued(), RATE_DECIMALS)
        : Optional.empty();
  }

  private static Optional<BigDecimal> ratio(long part, long whole, int decimals) {
    if (whole == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP));
  }
}
