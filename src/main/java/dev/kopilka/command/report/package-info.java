/**
 * Commands that show the programme's numbers.
 *
 * <p>Doors: one class a word that is typed after {@code report}; {@link
 * dev.kopilka.command.report.Truth}, which says for which moment an answer is true. Promises: one
 * report reads one snapshot. Refuses: counting, which is {@code dev.kopilka.report}'s.
 */
package dev.kopilka.command.report;
