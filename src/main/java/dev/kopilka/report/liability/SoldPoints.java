package dev.kopilka.report.liability;

import dev.kopilka.model.EntryKind;
import dev.kopilka.program.Programme;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.earn.Trigger.On;
import dev.kopilka.report.liability.revenue.Allocation;
import dev.kopilka.report.liability.revenue.Deferral.Standing;
import dev.kopilka.report.liability.revenue.DeferredRevenue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Revenue of the ledger's sales: those of a period are one group, with the points that they gave (a
 * portfolio, IFRS 15.4). The price of the goods is what was paid for them in money; what was paid
 * with points is not a price but their redemption.
 */
public final class SoldPoints {
  private final Cohorts cohorts;
  private final Sales sales;
  private final ProgrammeHistory history;
  private final Span span;
  private final Map<Integer, Group> groups = new HashMap<>();

  /** What was deferred for a group, in minor units, and for how many points. */
  private record Group(long deferred, long issued) {
    long left(long issuedNow) {
      if (issued <= 0 || issuedNow >= issued) return deferred;
      return Allocation.share(deferred, Math.max(0, issuedNow), issued);
    }
  }

  /**
   * @param cohorts of the lots that {@link #of} lets through
   */
  public SoldPoints(Cohorts cohorts, Sales sales, ProgrammeHistory history, Span span) {
    this.cohorts = cohorts;
    this.sales = sales;
    this.history = history;
    this.span = span;
  }

  /** Lots that a rule for purchases gave, wherever they have moved since. */
  public static Predicate<StoryLot> of(ProgrammeHistory history) {
    var rules = new HashSet<String>();
    for (var version : history.versions()) {
      for (var rule : version.programme().earn()) {
        if (rule.on().on() == On.PURCHASE) rules.add(rule.code());
      }
    }
    // A reason of an adjustment may be spelled like a rule.
    return lot ->
        rules.contains(lot.rule())
            && lot.openedBy() != EntryKind.ADJUST
            && lot.openedBy() != EntryKind.OPENING;
  }

  /**
   * The revenue of all periods through the last one.
   *
   * @param shares which part of the points was expected to be redeemed, by period
   */
  public DeferredRevenue revenue(int last, IntFunction<BigDecimal> shares) {
    var revenue = new DeferredRevenue();
    var first = Math.min(sales.firstOr(last + 1), cohorts.firstOr(last + 1));
    for (var period = first; period <= last; period++) {
      revenue.begin(span.name(period));
      sell(revenue, period, shares.apply(period));
      for (var origin = first; origin <= period; origin++) {
        var deferred = groups.get(origin).left(cohorts.until(origin, period).issued());
        revenue.move(
            span.name(origin), standing(deferred, cohorts.until(origin, period), shares.apply(period)));
      }
    }
    return revenue;
  }

  private void sell(DeferredRevenue revenue, int period, BigDecimal share) {
    var programme = inForce(period);
    var sold = sales.in(period);
    var paid = programme.moneyOf(sold.paid()).setScale(0, RoundingMode.HALF_UP).longValueExact();
    var price = sold.receipts() - paid;
    var cell = cohorts.until(period, period);
    var expected = standing(0, cell, share).expected();
    var split = Allocation.of(price, price, programme.moneyOf(expected));
    groups.put(period, new Group(split.points(), cell.issued()));
    revenue.sell(span.name(period), price, split);
  }

  private Programme inForce(int period) {
    return history
        .inForceOn(span.lastDay(period))
        .or(history::latest)
        .orElseThrow()
        .programme();
  }

  /** No more can be redeemed than was and may still be, and no less than was. */
  private static Standing standing(long deferred, Cohorts.Cell cell, BigDecimal share) {
    var redeemed = Math.max(0, cell.redeemed());
    var most = redeemed + Math.max(0, cell.open());
    var estimate =
        share
            .multiply(BigDecimal.valueOf(cell.issued()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Standing(deferred, redeemed, Math.clamp(estimate, redeemed, most));
  }
}
