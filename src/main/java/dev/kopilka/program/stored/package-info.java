/**
 * The programme as the ledger keeps it: its versions, and the few facts of it that every command
 * needs.
 *
 * <p>Doors: {@link dev.kopilka.program.stored.Versions} (all versions, read from their text),
 * {@link dev.kopilka.program.stored.Basics} (currency, zone, scales: settings, so that showing a
 * card parses no YAML), {@link dev.kopilka.program.stored.Application} (a checked file becomes the
 * next version) and {@link dev.kopilka.program.stored.Change} (how two versions differ).
 *
 * <p>Promises: a stored version is read exactly as it was checked. Refuses: judging; the rule book
 * itself is in {@code program}.
 */
package dev.kopilka.program.stored;
