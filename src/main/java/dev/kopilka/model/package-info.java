/**
 * The ledger's values: events, entries, lots, accounts, and the bytes that the chain hashes.
 *
 * <p>Doors: {@link dev.kopilka.model.Event} (what happened outside), {@link
 * dev.kopilka.model.Entry} (what it did to one member's points), {@link dev.kopilka.model.Account}
 * (the state that the entries add up to), {@link dev.kopilka.model.Chain} (their proof).
 *
 * <p>Promises: every value is checked where it is made; an account changes only by applying an
 * entry. Refuses: databases, clocks, languages, floating point.
 */
package dev.kopilka.model;
