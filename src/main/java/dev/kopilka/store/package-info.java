/**
 * The only place that knows a database.
 *
 * <p>Doors: {@link dev.kopilka.store.Database}, which opens a ledger and runs units of work; {@link
 * dev.kopilka.store.Unit}, one transaction; the rows of {@code store.rows}, one class a table.
 *
 * <p>Promises: a unit is written whole or not at all; JDBC's exceptions leave as {@code
 * Trouble.Storage}; an ordinary command never migrates, it compares one number. Refuses: rules,
 * words for people, parameters of a URL that it does not know.
 */
package dev.kopilka.store;
