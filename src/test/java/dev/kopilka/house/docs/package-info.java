/**
 * Writes what is generated from the commands themselves and committed: completions, manual pages,
 * the tables of the README. {@code make docs} runs {@link dev.kopilka.house.docs.Docs}; a test
 * compares.
 */
package dev.kopilka.house.docs;
