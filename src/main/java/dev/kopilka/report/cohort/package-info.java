/**
 * Cohorts: members who began in the same month, followed from there month by month.
 *
 * <p>Doors: {@link dev.kopilka.report.cohort.Cohorts} (reads the ledger once) and {@link
 * dev.kopilka.report.cohort.Cohort} (what became of one month's members).
 *
 * <p>Promises: each person is in one cohort, also with cards that were merged, and those who left
 * stay in theirs, or retention would look better for every loss. Cells of one calendar month add up
 * to what {@code report kpi} says of it, revenue to the last digit. Refuses: curves and forecasts.
 */
package dev.kopilka.report.cohort;
