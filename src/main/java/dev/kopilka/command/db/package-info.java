/**
 * Looking after the database on the command line.
 *
 * <p>Doors: the commands {@code db info}, {@code db backup}, {@code db copy}, {@code db migrate}, {@code db check}.
 * Promises: none of them changes a row of the ledger. Refuses: to write over a file.
 */
package dev.kopilka.command.db;
