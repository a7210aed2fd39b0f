/**
 * The verb {@code accrue}: what gives points, takes them back, corrects them, or closes a day.
 *
 * <p>Doors: one class a command, named after the word that is typed.
 *
 * <p>Promises: parse, ask the ledger one question, show one answer. Refuses: rules.
 */
package dev.kopilka.command.accrue;
