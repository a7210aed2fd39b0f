/**
 * The verb {@code redeem}: what spends points, reserves them, gives them back, or tells what they
 * buy.
 *
 * <p>Doors: one class a command, named after the word that is typed.
 *
 * <p>Promises: parse, ask the ledger one question, show one answer. Refuses: rules.
 */
package dev.kopilka.command.redeem;
