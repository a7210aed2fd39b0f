/**
 * Creates a ledger.
 *
 * <p>Door: {@link dev.kopilka.command.init.Init}. Promises: the file is its owner's alone before
 * anything is in it. Refuses: to touch a file that is already there.
 */
package dev.kopilka.command.init;
