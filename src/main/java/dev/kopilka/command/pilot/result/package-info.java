/**
 * The command that says what came of a pilot, and what it is told by: options, a file, the ledger.
 *
 * <p>Doors: {@link dev.kopilka.command.pilot.result.ResultCommand}. Promises: where arms are not as
 * large as they were meant to be, nothing is said of what the treatment does. Refuses: statistics.
 */
package dev.kopilka.command.pilot.result;
