/**
 * Workbooks: XLSX with typed cells, written row by row.
 *
 * <p>Door: {@link dev.kopilka.screen.paper.book.Book}. Promises: memory does not grow with the rows;
 * no text is ever a formula; no digit of a number is lost; the bytes do not know what time it is.
 * Refuses: more rows than a sheet holds, and longer texts than a cell holds.
 */
package dev.kopilka.screen.paper.book;
