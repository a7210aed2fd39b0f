package dev.kopilka.report.liability.revenue;

/**
 * What was deferred for the points of one group of sales, and how it becomes revenue: in proportion
 * to the points redeemed of those that are expected to be redeemed in all (IFRS 15.B44 to B46, as in
 * IE269 and IE270). A new expectation changes the denominator, and what it would have changed before
 * is caught up in the period of the change. Points that are expected to lapse are never in it.
 */
public final class Deferral {
  private long deferred;
  private long released;
  private long redeemed;

  /** Minor units that were allocated to the points. */
  public Deferral(long deferred) {
    this.deferred = deferred;
  }

  /**
   * How a group of sales stands at the end of a period.
   *
   * @param deferred what is left of the allocation after points were taken back, in minor units
   * @param redeemed points redeemed since the sales
   * @param expected points redeemed in all, in the end; not below those redeemed
   */
  public record Standing(long deferred, long redeemed, long expected) {
    public Standing {
      if (expected < redeemed) throw new IllegalArgumentException(redeemed + " of " + expected);
    }
  }

  /**
   * What a period brings, in minor units.
   *
   * @param released for what was redeemed in it
   * @param caughtUp for what was redeemed before it, by the new expectation; negative where more
   *     points are expected than before
   * @param takenBack no longer deferred, because the points were taken back
   */
  public record Movement(long released, long caughtUp, long takenBack) {}

  /** Goes to the end of the next period. */
  public Movement move(Standing to) {
    var takenBack = deferred - to.deferred;
    var before = cumulative(to, redeemed);
    var now = cumulative(to, to.redeemed);
    var movement = new Movement(now - before, before - released, takenBack);
    deferred = to.deferred;
    released = now;
    redeemed = to.redeemed;
    return movement;
  }

  private static long cumulative(Standing to, long redeemed) {
    // Nothing more will be redeemed, and nothing was: all of it is breakage.
    if (to.expected == 0) return to.deferred;
    return Allocation.share(to.deferred, redeemed, to.expected);
  }

  /** What is not revenue yet, in minor units. */
  public long liability() {
    return deferred - released;
  }
}
