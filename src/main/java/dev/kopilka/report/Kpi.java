package dev.kopilka.report;

import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.steering.Indicator;
import dev.kopilka.report.Periods.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The indicators of one period.
 *
 * @param turnover how members came and went
 * @param trade what they did
 * @param flow how points went through it
 */
public record Kpi(Period period, Turnover turnover, Trade trade, Flow flow) {
  private static final int RATE_DECIMALS = 4;

  /**
   * How members came and went.
   *
   * @param before who took part when the period began
   * @param left who ended their membership in it
   * @param members who took part at its end: merged cards are no members of their own
   */
  public record Turnover(long before, long enrolled, long left, long members) {}

  /**
   * What members did.
   *
   * @param active members with a purchase or an activity
   * @param buyers members with a purchase
   * @param repeatBuyers members with two or more
   * @param redeemers members who spent points
   * @param revenue receipts less returns, in minor units
   */
  public record Trade(
      long active, long buyers, long repeatBuyers, long redeemers, long purchases, long revenue) {}

  /**
   * The value of an indicator, in its unit: money in units of the currency, whole points, shares as
   * parts of one. Empty where there is nothing to divide by. What is divided is rounded half up.
   */
  public Optional<BigDecimal> value(Indicator indicator, Basics basics) {
    return switch (indicator) {
      case MEMBERS -> count(turnover.members);
      case ENROLLED -> count(turnover.enrolled);
      case LEFT -> count(turnover.left);
      case LEAVING_RATE -> rate(turnover.left, turnover.before);
      case ACTIVE -> count(trade.active);
      case ACTIVE_RATE -> rate(trade.active, turnover.members);
      case BUYERS -> count(trade.buyers);
      case PURCHASES -> count(trade.purchases);
      case PURCHASES_PER_BUYER -> rate(trade.purchases, trade.buyers);
      case REVENUE -> Optional.of(BigDecimal.valueOf(trade.revenue, basics.currencyScale()));
      case REVENUE_PER_BUYER -> average(trade.revenue, trade.buyers, basics);
      case AVERAGE_RECEIPT -> average(trade.revenue, trade.purchases, basics);
      case REPEAT_RATE -> rate(trade.repeatBuyers, trade.buyers);
      case ISSUED -> points(flow.issued(), basics);
      case REDEEMED -> points(flow.redeemed(), basics);
      case EXPIRED -> points(flow.expired(), basics);
      case ADJUSTED -> points(flow.adjusted(), basics);
      case OUTSTANDING -> points(flow.closing(), basics);
      case REDEMPTION_RATE -> ofIssued(flow.redeemed());
      case EXPIRY_RATE -> ofIssued(flow.expired());
      case REDEEMERS -> count(trade.redeemers);
      case REDEEMER_RATE -> rate(trade.redeemers, turnover.members);
    };
  }

  /** Decimals that a value of the indicator is shown with. */
  public static int decimals(Indicator indicator, Basics basics) {
    return switch (indicator.unit()) {
      case COUNT -> 0;
      case MONEY -> basics.currencyScale();
      case POINTS -> basics.pointScale();
      case SHARE, RATIO -> RATE_DECIMALS;
    };
  }

  private static Optional<BigDecimal> count(long number) {
    return Optional.of(BigDecimal.valueOf(number));
  }

  private static Optional<BigDecimal> points(long units, Basics basics) {
    return Optional.of(BigDecimal.valueOf(units, basics.pointScale()));
  }

  /** For every point issued in the period, if more were given than returns took back. */
  private Optional<BigDecimal> ofIssued(long points) {
    return flow.issued() > 0 ? rate(points, flow.issued()) : Optional.empty();
  }

  private static Optional<BigDecimal> rate(long part, long whole) {
    return ratio(part, whole, RATE_DECIMALS);
  }

  private static Optional<BigDecimal> average(long minor, long whole, Basics basics) {
    return ratio(minor, whole, 0).map(average -> average.movePointLeft(basics.currencyScale()));
  }

  private static Optional<BigDecimal> ratio(long part, long whole, int decimals) {
    if (whole == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP));
  }
}
