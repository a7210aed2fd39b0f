/**
 * Portraits of segments: who they are, what and when they buy, what moves them, how they are
 * reached, each beside the base with the size of the difference.
 *
 * <p>Doors: {@link dev.kopilka.segment.portrait.Portrait}, asked with a {@link
 * dev.kopilka.segment.portrait.Sitting}, answers with {@link dev.kopilka.segment.portrait.Line}s.
 *
 * <p>Promises: members and events are read once, in one walk; nothing is said about fewer members
 * than the caller allows, nor can it be found by subtracting what is said. Refuses: names, phones,
 * addresses; a day of birth is turned into a band of years as it is read.
 */
package dev.kopilka.segment.portrait;
