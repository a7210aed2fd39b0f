package dev.kopilka.model.account;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;

/**
 * What a member did in all, for cards and reports.
 *
 * @param earned points given by rules, less those taken back by returns
 * @param redeemed points spent, less those given back
 * @param expired points that lapsed
 * @param purchases receipts
 * @param spend money of receipts less returns, in minor units
 * @param lastPurchaseAt the latest receipt's business time in milliseconds, 0 for none
 */
public record Totals(
    long earned, long redeemed, long expired, long purchases, long spend, long lastPurchaseAt) {
  public static final Totals ZERO = new Totals(0, 0, 0, 0, 0, 0);

  Totals after(Event event) {
    return switch (event.kind()) {
      case PURCHASE ->
          new Totals(
              earned,
              redeemed,
              expired,
              purchases + 1,
              Math.addExact(spend, event.facts().amount()),
              Math.max(lastPurchaseAt, event.occurredAt()));
      case RETURN -> spending(Math.subtractExact(spend, event.facts().amount()));
      default -> this;
    };
  }

  private Totals spending(long spend) {
    return new Totals(earned, redeemed, expired, purchases, spend, lastPurchaseAt);
  }

  Totals after(Entry entry) {
    var points = entry.points();
    return switch (entry.kind()) {
      case EARN, RETURN -> moved(points, 0, 0);
      case REDEEM, CAPTURE, RESTORE -> moved(0, -points, 0);
      case EXPIRE -> moved(0, 0, -points);
      case ADJUST, OPENING, HOLD, RELEASE, TIER, EXTEND -> this;
    };
  }

  private Totals moved(long earned, long redeemed, long expired) {
    return new Totals(
        Math.addExact(this.earned, earned),
        Math.addExact(this.redeemed, redeemed),
        Math.addExact(this.expired, expired),
        purchases,
        spend,
        lastPurchaseAt);
  }

  /** Whether an event of this kind counts as a visit: the member was there. */
  public static boolean isVisit(EventKind kind) {
    return kind == EventKind.PURCHASE || kind == EventKind.ACTIVITY;
  }
}
