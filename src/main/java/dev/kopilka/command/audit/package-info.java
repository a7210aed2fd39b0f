/**
 * The ledger's proof on the command line.
 *
 * <p>Doors: the commands {@code audit verify}, {@code audit explain} and {@code audit log}.
 * Promises: one question to the domain each, nothing written. Refuses: judging by itself.
 */
package dev.kopilka.command.audit;
