/**
 * Revenue of sales that give points, by IFRS 15 (as in its Illustrative Example 52, IE267-IE270):
 * pure arithmetic, free of any store.
 *
 * <p>Doors: {@link dev.kopilka.report.liability.revenue.Allocation} (which part of a sale is for the
 * points), {@link dev.kopilka.report.liability.revenue.Deferral} (how it becomes revenue), {@link
 * dev.kopilka.report.liability.revenue.DeferredRevenue} (all sales by period, with journal entries).
 *
 * <p>Promises: exact; money is rounded to minor units once, half up, at each figure that is booked,
 * and what is released adds up to what was deferred. Refuses: to estimate how many points will be
 * redeemed.
 */
package dev.kopilka.report.liability.revenue;
