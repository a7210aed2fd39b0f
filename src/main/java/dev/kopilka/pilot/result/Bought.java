package dev.kopilka.pilot.result;

import dev.kopilka.model.EventKind;

/**
 * What somebody bought in the time of a pilot and in the time before it.
 *
 * @param spend less returns, in minor units
 * @param points given in its time, less what returns took back; smallest units
 */
record Bought(
    long purchases, long spend, long purchasesBefore, long spendBefore, long points) {
  static final Bought NOTHING = new Bought(0, 0, 0, 0, 0);

  static Bought points(long points) {
    return new Bought(0, 0, 0, 0, points);
  }

  /** One event: a purchase, or a return, which lessens the money and not the count. */
  static Bought event(EventKind kind, long amount, boolean isBefore) {
    var isPurchase = kind == EventKind.PURCHASE;
    var count = isPurchase ? 1 : 0;
    var money = isPurchase ? amount : -amount;
    return isBefore ? new Bought(0, 0, count, money, 0) : new Bought(count, money, 0, 0, 0);
  }

  Bought plus(Bought other) {
    return new Bought(
        purchases + other.purchases,
        Math.addExact(spend, other.spend),
        purchasesBefore + other.purchasesBefore,
        Math.addExact(spendBefore, other.spendBefore),
        Math.addExact(points, other.points));
  }
}
