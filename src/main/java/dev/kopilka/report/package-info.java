/**
 * The numbers that a programme is steered by, each report from one snapshot of the ledger.
 *
 * <p>Doors: {@link dev.kopilka.report.Kpis} (indicators by period, or by {@link
 * dev.kopilka.report.Windows} that overlap), {@link dev.kopilka.report.Liability} (open
 * points by month of expiry, and how they came about), {@link dev.kopilka.report.OpenPoints} (what
 * expires when), {@link dev.kopilka.report.MemberLine} (all members); the rooms {@code goal}, {@code
 * trade} and {@code survey}.
 *
 * <p>Promises: an event or entry counts on the day on which it occurred, not on which it was
 * recorded; sums are exact and agree with each other, or the report stops. Refuses: writing, words,
 * formats.
 */
package dev.kopilka.report;
