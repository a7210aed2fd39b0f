/**
 * Files as characters: where a table comes from, what it is, and how it is encoded.
 *
 * <p>Doors: {@link dev.kopilka.bulk.source.Source}, {@link dev.kopilka.bulk.source.Wish}, and {@link
 * dev.kopilka.bulk.source.Opened#of}, which gives a {@link dev.kopilka.bulk.source.CharFeed}.
 *
 * <p>Promises: what was detected is told; malformed bytes are shown, never dropped. Refuses: guessing
 * where detection has two answers.
 */
package dev.kopilka.bulk.source;
