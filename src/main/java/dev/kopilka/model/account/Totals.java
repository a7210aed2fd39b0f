package dev.kopilka.model.account;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.model.value.Attributes;

/**
 * What a member did in all, for cards and reports.
 *
 * @param earned points given by rules, less those taken back by returns
 * @param redeemed points spent, less those given back
 * @param expired points that lapsed
 * @param purchases receipts, but for those of imports that were undone
 * @param spend money of receipts less returns, in minor units
 * @param lastPurchaseAt the latest such receipt's business time in milliseconds, 0 for none
 */
public record Totals(
    long earned, long redeemed, long expired, long purchases, long spend, long lastPurchaseAt) {
  /** The attribute in which a merge's events carry what they move. */
  public static final String NAME = "totals";

  /** The attribute in which the undoing of the last purchase says when the one before it was. */
  public static final String LAST = "last_purchase_at";

  /** The attribute that the undoing of an activity has: its own reference tells only the id. */
  public static final String UNDONE = "undone";

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
      case RETURN ->
          new Totals(
              earned,
              redeemed,
              expired,
              purchases + visits(event),
              Math.subtractExact(spend, event.facts().amount()),
              lastAfterReturn(event));
      // Not ZERO: who rebuilds an account may apply all events before the first entry.
      case MERGE -> minus(moved(event)).lastPurchaseAt(0);
      case MERGE_IN, UNMERGE -> plus(moved(event));
      case UNMERGE_IN -> minus(moved(event));
      default -> this;
    };
  }

  private long lastAfterReturn(Event event) {
    if (!event.key().source().equals(Key.UNDOING)) return lastPurchaseAt;
    var said = new Attributes(event.facts().attributes()).get(LAST);
    return said.isEmpty() ? lastPurchaseAt : Long.parseLong(said);
  }

  private static Totals moved(Event event) {
    return read(new Attributes(event.facts().attributes()).get(NAME));
  }

  private Totals plus(Totals other) {
    return new Totals(
        Math.addExact(earned, other.earned),
        Math.addExact(redeemed, other.redeemed),
        Math.addExact(expired, other.expired),
        Math.addExact(purchases, other.purchases),
        Math.addExact(spend, other.spend),
        Math.max(lastPurchaseAt, other.lastPurchaseAt));
  }

  /** Without the other's; the last purchase is the one that the other names as what is left. */
  private Totals minus(Totals other) {
    return new Totals(
        Math.subtractExact(earned, other.earned),
        Math.subtractExact(redeemed, other.redeemed),
        Math.subtractExact(expired, other.expired),
        Math.subtractExact(purchases, other.purchases),
        Math.subtractExact(spend, other.spend),
        other.lastPurchaseAt);
  }

  public Totals lastPurchaseAt(long at) {
    return new Totals(earned, redeemed, expired, purchases, spend, at);
  }

  /** The form in which a merge's events carry what they move, under {@link #NAME}. */
  public String text() {
    return "%d,%d,%d,%d,%d,%d"
        .formatted(earned, redeemed, expired, purchases, spend, lastPurchaseAt);
  }

  /** What {@link #text} wrote; throws when it is something else, which is a damaged ledger. */
  public static Totals read(String text) {
    var parts = text.split(",");
    if (parts.length != 6) throw new IllegalArgumentException("no totals: " + text);
    return new Totals(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        Long.parseLong(parts[5]));
  }

  Totals after(Entry entry) {
    var points = entry.points();
    return switch (entry.kind()) {
      case EARN, RETURN -> moved(points, 0, 0);
      case REDEEM, CAPTURE, RESTORE -> moved(0, -points, 0);
      case EXPIRE -> moved(0, 0, -points);
      case ADJUST, OPENING, HOLD, RELEASE, TIER, EXTEND, TRANSFER, MERGE, UNMERGE, GRANT, REVOKE ->
          this;
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

  static int visits(Event event) {
    return visits(event.kind(), event.key().source(), event.facts().attributes());
  }

  /**
   * How many visits an event of this kind is: 1 where the member was there; -1 where a purchase is
   * undone with its import, or an activity in whatever way, as if nobody had been; and 0 for all
   * others.
   *
   * @param source of the event's key
   */
  public static int visits(EventKind kind, String source, String attributes) {
    return switch (kind) {
      case PURCHASE, ACTIVITY -> 1;
      case RETURN -> source.equals(Key.UNDOING) ? -1 : 0;
      case REVERSAL -> new Attributes(attributes).get(UNDONE).isEmpty() ? 0 : -1;
      default -> 0;
    };
  }
}
