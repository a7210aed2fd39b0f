package dev.kopilka.report.trade;

import dev.kopilka.report.Periods;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was bought in one place, and the points that went with it.
 *
 * @param buyers members with a purchase there
 * @param revenue receipts less returns, in minor units
 * @param issued given by rules, less what returns took back
 * @param redeemed spent, less what was given back
 */
public record Sales(long buyers, long purchases, long revenue, long issued, long redeemed) {
  static final Sales NONE = new Sales(0, 0, 0, 0, 0);

  private Sales plus(Sales other) {
    return new Sales(
        buyers + other.buyers,
        purchases + other.purchases,
        Math.addExact(revenue, other.revenue),
        Math.addExact(issued, other.issued),
        Math.addExact(redeemed, other.redeemed));
  }

  /**
   * Sales within the days, by place.
   *
   * @param kind of place: {@code channel} or {@code partner}
   */
  static Map<String, Sales> read(Unit unit, String kind, Periods days) {
    var sales = new TreeMap<String, Sales>();
    var reports = new Reports(unit);
    reports
        .ask(kind + "_sales")
        .with("from", days.start())
        .with("until", days.end())
        .each(
            row -> {
              var bought = new Sales(row.number(2), row.number(3), row.number(4), 0, 0);
              sales.merge(row.text(1), bought, Sales::plus);
            });
    reports
        .ask(kind + "_returns")
        .with("from", days.start())
        .with("until", days.end())
        .each(
            row ->
                sales.merge(
                    row.text(1), new Sales(0, 0, -row.number(2), 0, 0), Sales::plus));
    reports
        .ask(kind + "_points")
        .with("from", days.start())
        .with("until", days.end())
        .each(
            row -> {
              var points = new Sales(0, 0, 0, row.number(2), row.number(3));
              sales.merge(row.text(1), points, Sales::plus);
            });
    return sales;
  }

  /** That part of the revenue, in minor units, not yet rounded; nothing of less than nothing. */
  BigDecimal part(BigDecimal share) {
    return BigDecimal.valueOf(Math.max(0, revenue)).multiply(share);
  }

  /** The one rounding. */
  static long rounded(BigDecimal minor) {
    return minor.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
