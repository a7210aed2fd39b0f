/**
 * Tables that people bring, as text: CSV and JSON Lines, in whatever encoding and delimiter.
 *
 * <p>Doors: {@link dev.kopilka.bulk.text.Tables#open} over a {@link
 * dev.kopilka.bulk.text.Source}, with a {@link dev.kopilka.bulk.text.Wish}; it gives a {@link
 * dev.kopilka.bulk.text.RowReader} of {@link dev.kopilka.bulk.text.Row}s.
 *
 * <p>Promises: memory bounded by one record; every finding has its line and column; a damaged record
 * does not stop the ones after it. Refuses: guessing where detection has two answers; the meaning of
 * cells.
 */
package dev.kopilka.bulk.text;
