/**
 * Commands that show what a programme achieves: its goals, and its channels, partners and staff.
 *
 * <p>Doors: one class a word that is typed after {@code report}. Promises: one report reads one
 * snapshot, under the programme in force on its last day. Refuses: counting, which is {@code
 * dev.kopilka.report}'s.
 */
package dev.kopilka.command.report.results;
