/**
 * Answers that are files of their own: a workbook, a page.
 *
 * <p>Doors: {@link dev.kopilka.screen.paper.Paper}, made by {@code Paper.in}. Promises: rows are
 * written as they come; the same answer is the same bytes at any hour. Refuses: to choose columns,
 * which {@code screen} has done before, and to end a file whose rows could not all be read.
 */
package dev.kopilka.screen.paper;
