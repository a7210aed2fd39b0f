/**
 * What the rules of a programme give for an event: pure arithmetic over the rule book.
 *
 * <p>Doors: {@link dev.kopilka.ledger.earn.Earning} (which rules give how much), {@link
 * dev.kopilka.ledger.earn.Tiers} (which standing a member has reached), {@link
 * dev.kopilka.ledger.earn.Worth} (points as money).
 *
 * <p>Promises: exact decimals, one rounding at the end of each rule's result, ties by code.
 * Refuses: looking anything up; all it needs comes in as values.
 */
package dev.kopilka.ledger.earn;
