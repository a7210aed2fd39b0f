/**
 * Reads a programme file: what its keys are, what they may hold, and what must agree with what.
 *
 * <p>Door: {@link dev.kopilka.program.yaml.ProgrammeReader}. One class a section, named after it.
 *
 * <p>Promises: every finding has file, line, column, a stable code, what was found and, for a wrong
 * word, the nearest right one. Refuses: keys, words and references that it does not know, wherever
 * they stand.
 */
package dev.kopilka.program.yaml;
