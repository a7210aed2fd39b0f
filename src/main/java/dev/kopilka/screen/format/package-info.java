/**
 * One writer for each format: aligned tables, CSV and TSV, JSON and JSON Lines, Markdown.
 *
 * <p>Doors: {@link dev.kopilka.screen.format.Rows}, made by {@code Rows.in}. Promises: rows are
 * written as they come; only a table holds some back to measure them. Refuses: to choose or to
 * order columns, which {@code screen} has done before.
 */
package dev.kopilka.screen.format;
