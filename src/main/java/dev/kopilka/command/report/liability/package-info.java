/**
 * The methods of {@code report liability}: how much of what is open will be redeemed, and what is
 * revenue when.
 *
 * <p>Door: {@link dev.kopilka.command.report.liability.Method}. Promises: figures come from the ledger
 * or, so that published examples can be done again, from a file; whatever limits a method is said on
 * stderr. Refuses: the formulas, which are {@code dev.kopilka.report.liability}'s.
 */
package dev.kopilka.command.report.liability;
