/**
 * What is read of members for people to look at; nothing here writes.
 *
 * <p>Doors: {@link dev.kopilka.store.member.Roster} (all members, one line each) and {@link
 * dev.kopilka.store.member.Statement} (one member's entries with the events behind them).
 *
 * <p>Promises: rows come one at a time, in one order on every database. Refuses: personal columns.
 */
package dev.kopilka.store.member;
