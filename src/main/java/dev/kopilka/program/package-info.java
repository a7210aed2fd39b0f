/**
 * The rule book: what a programme file says, as values that are checked once and never change.
 *
 * <p>Doors: {@link dev.kopilka.program.Programme} and the records it holds (rooms {@code earn},
 * {@code privilege}, {@code segment}), {@link dev.kopilka.program.ProgrammeHistory} for which
 * version judges a day, {@code yaml.ProgrammeReader} for a file.
 *
 * <p>Promises: sets and lists are in a fixed order; points and money are whole units, rates are
 * exact. Refuses: a programme that contradicts itself, and any number with an exponent.
 */
package dev.kopilka.program;
