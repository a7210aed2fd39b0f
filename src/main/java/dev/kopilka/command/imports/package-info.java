/**
 * What the commands that import have in common.
 *
 * <p>Door: {@link dev.kopilka.command.imports.Importing}. Promises: the same options and the same
 * answer for every kind; what was guessed about a file is said. Refuses: to know what rows mean.
 */
package dev.kopilka.command.imports;
