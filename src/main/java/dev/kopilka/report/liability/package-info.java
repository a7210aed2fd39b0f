/**
 * What lots of points went through, and what that says about those that are open.
 *
 * <p>Doors: {@link dev.kopilka.report.liability.LotStories}, which tells every lot's story to a {@link
 * dev.kopilka.report.liability.LotStories.Listener}; the listeners {@link
 * dev.kopilka.report.liability.Cohorts} (by period of earning) and {@link
 * dev.kopilka.report.liability.Lives} (by age).
 *
 * <p>Promises: one walk over the entries, one member in memory at a time; points are counted exactly
 * and what is left must be what is open. Refuses: estimating, which is pure and in the rooms below.
 */
package dev.kopilka.report.liability;
