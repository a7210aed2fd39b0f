package dev.kopilka.program;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a point is and how it may be spent.
 *
 * @param name the forms that a number needs: balance of 1, 2 and 5 in Russian, 1 and 2 in English
 * @param scale decimals of a whole point; every other number of points in the programme counts
 *     units of {@code 10^-scale}
 * @param value money of one whole point, in the currency's major unit
 * @param maxShare the part of a receipt that points may pay, from 0 to 1
 * @param step points are spent in multiples of this many smallest units
 * @param minRedeem fewer smallest units than this are not spent at all
 */
public record PointTerms(
    List<String> name,
    int scale,
    BigDecimal value,
    BigDecimal maxShare,
    long step,
    long minRedeem) {
  /** More decimals than this are no loyalty points. */
  public static final int MOST_DECIMALS = 4;

  public PointTerms {
    name = List.copyOf(name);
    if (scale < 0 || scale > MOST_DECIMALS) throw new IllegalArgumentException("scale: " + scale);
    if (value.signum() <= 0) throw new IllegalArgumentException("value of a point: " + value);
    if (maxShare.signum() < 0 || maxShare.compareTo(BigDecimal.ONE) > 0)
      throw new IllegalArgumentException("share of a receipt: " + maxShare);
    if (step < 1) throw new IllegalArgumentException("step: " + step);
    if (minRedeem < 0) throw new IllegalArgumentException("minimum to redeem: " + minRedeem);
  }

  /** Smallest units as people count points: 6650 is 66.50 where a point has two decimals. */
  public Number counted(long units) {
    return scale == 0 ? (Number) units : BigDecimal.valueOf(units, scale);
  }
}
