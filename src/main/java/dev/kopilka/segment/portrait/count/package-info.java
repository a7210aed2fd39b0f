/**
 * Counting two groups side by side: cells, means, the size of a difference, and what must not be
 * told because it is about few.
 *
 * <p>Doors: {@link dev.kopilka.segment.portrait.count.Cells} and {@link
 * dev.kopilka.segment.portrait.count.Means} count, {@link
 * dev.kopilka.segment.portrait.count.Sparing} decides what may be told, {@link
 * dev.kopilka.segment.portrait.count.Effect} says how large a difference is.
 *
 * <p>Promises: whole numbers all the way, so that the order of reading changes nothing; only an
 * effect is floating point. Refuses: to know what is counted.
 */
package dev.kopilka.segment.portrait.count;
