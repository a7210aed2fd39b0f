/**
 * The one renderer: what a command answers becomes a table, CSV, TSV, JSON, JSON Lines, Markdown, a
 * page or a workbook.
 *
 * <p>Doors: {@link dev.kopilka.screen.Screen} to show and to say, {@link dev.kopilka.screen.Sheet}
 * for rows, {@link dev.kopilka.screen.Card} for one object, {@link dev.kopilka.screen.Words} for
 * sentences in the reader's language.
 *
 * <p>Promises: stdout carries data only; text from outside is escaped; the same answer is the same
 * bytes everywhere. Refuses: to know what a member or a point is.
 */
package dev.kopilka.screen;
