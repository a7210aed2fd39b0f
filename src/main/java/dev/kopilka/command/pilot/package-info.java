/**
 * Commands that plan a pilot, deal members to its arms, measure what came of it, and end it.
 *
 * <p>Doors: one class a word that is typed after {@code pilot}. Promises: statistics are rounded here
 * and nowhere else. Refuses: computing them, which is {@code dev.kopilka.pilot}'s.
 */
package dev.kopilka.command.pilot;
