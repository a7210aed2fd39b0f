/**
 * One class a table: its statements beside the mapping of its rows.
 *
 * <p>Doors: the classes named after their table, each made for one {@link dev.kopilka.store.Unit}.
 * {@link dev.kopilka.store.rows.AccountRows} reads and writes the state that a decision
 * looks at.
 *
 * <p>Promises: the statements run on SQLite and PostgreSQL alike unless a dialect says otherwise.
 * Refuses: rules; a missing row is an empty answer, never an exception.
 */
package dev.kopilka.store.rows;
