/**
 * Tables as rows of cells: CSV, JSON Lines and the sheets of workbooks.
 *
 * <p>Doors: {@link dev.kopilka.bulk.text.Tables#open} over a {@link
 * dev.kopilka.bulk.source.Source}; it gives a {@link
 * dev.kopilka.bulk.text.RowReader} of {@link dev.kopilka.bulk.text.Row}s.
 *
 * <p>Promises: memory bounded by one record; every finding has its line and column; a damaged record
 * does not stop the ones after it. Refuses: the meaning of cells.
 */
package dev.kopilka.bulk.text;
