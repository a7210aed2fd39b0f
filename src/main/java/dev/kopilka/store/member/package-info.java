/**
 * What is read of members for people to look at; nothing here writes.
 *
 * <p>Doors: {@link dev.kopilka.store.member.Roster} (all members, one line each), {@link
 * dev.kopilka.store.member.Statement} (one member's entries with the events behind them) and {@link
 * dev.kopilka.store.member.Holders} (whose a merged card is).
 *
 * <p>Promises: rows come one at a time, in one order on every database. Refuses: personal columns.
 */
package dev.kopilka.store.member;
