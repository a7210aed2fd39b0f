/**
 * Looks after the programme file: checks it, stores it as a version, shows versions and examples.
 *
 * <p>Doors: one class a command, called by the word that is typed. Promises: {@code check} and
 * {@code apply} find the same faults. Refuses: to change a version that was stored.
 */
package dev.kopilka.command.program;
