package dev.kopilka.report.liability.revenue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A sale's price divided between goods and points by their stand-alone prices (IFRS 15.74, IFRS
 * 15.76). The split is made once: later estimates change how it is released, not the split.
 *
 * @param goods revenue at once, in minor units
 * @param points a contract liability, in minor units
 */
public record Allocation(long goods, long points) {
  /**
   * Divides.
   *
   * @param price what is paid, in minor units; the result is nothing for points unless above zero
   * @param goods stand-alone price of the goods, in minor units
   * @param points stand-alone price of the points, of those alone that are expected to be redeemed
   */
  public static Allocation of(long price, long goods, BigDecimal points) {
    var whole = points.add(BigDecimal.valueOf(goods));
    if (price <= 0 || points.signum() <= 0 || whole.signum() <= 0) return new Allocation(price, 0);
    var share =
        points
            .multiply(BigDecimal.valueOf(price))
            .divide(whole, 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Allocation(price - share, share);
  }

  /** {@code amount * part / whole}, half up; exact however large the product is. */
  public static long share(long amount, long part, long whole) {
    var product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part));
    return new BigDecimal(product)
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
