/**
 * Commands that divide members into groups.
 *
 * <p>Doors: one class a word that is typed after {@code segment}. Promises: terms that are typed go
 * before those of the programme. Refuses: scoring and matching, which are {@code
 * dev.kopilka.segment}'s.
 */
package dev.kopilka.command.segment;
