/**
 * The questions behind reports and segments: set-based SQL in resources of its own.
 *
 * <p>Doors: {@link dev.kopilka.store.report.Reports}, which asks a question by its name within a
 * unit of work, so on one snapshot, and {@link dev.kopilka.store.report.Row}, one row of the answer.
 *
 * <p>Promises: rows come one at a time; every resource opens with the question that it answers and
 * means the same on every database. Refuses: writing, and months: the programme's zone is not the
 * database's business.
 */
package dev.kopilka.store.report;
