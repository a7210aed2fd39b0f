package dev.kopilka.ledger.earn;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a whole number in proportion to weights so that the parts add up exactly: part i is the
 * difference of the rounded-down running totals, so the last weighted part takes the remainder.
 */
public final class Split {
  private Split() {}

  /** Parts of the total, one a weight. Weights are not negative; all zero puts it on the first. */
  public static List<Long> of(long total, List<Long> weights) {
    var all = 0L;
    for (var weight : weights) all = Math.addExact(all, weight);
    var parts = new ArrayList<Long>(weights.size());
    if (all == 0) {
      for (var i = 0; i < weights.size(); i++) parts.add(i == 0 ? total : 0L);
      return parts;
    }
    var running = 0L;
    var given = 0L;
    for (var weight : weights) {
      running += weight;
      var upTo = part(total, running, all);
      parts.add(upTo - given);
      given = upTo;
    }
    return parts;
  }

  /** {@code total × weight / all}, rounded towards zero, whatever the size of the product. */
  public static long part(long total, long weight, long all) {
    var product = total * weight;
    if (Math.multiplyHigh(total, weight) == product >> 63) return product / all;
    return BigInteger.valueOf(total)
        .multiply(BigInteger.valueOf(weight))
        .divide(BigInteger.valueOf(all))
        .longValueExact();
  }
}
