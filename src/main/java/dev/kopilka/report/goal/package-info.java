/**
 * How far a programme is on the way to its goals.
 *
 * <p>Doors: {@link dev.kopilka.report.goal.Goals} (all goals on a day) and {@link
 * dev.kopilka.report.goal.Measured} (a plan beside its fact). Promises: a fact is what {@code report
 * kpi} counts for the same days; all goals and control points are measured in one walk. Refuses: to
 * guess a plan for days that a goal does not count.
 */
package dev.kopilka.report.goal;
