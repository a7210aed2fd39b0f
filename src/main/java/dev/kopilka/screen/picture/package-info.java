/**
 * What tables are pictures of: declared once beside the columns, drawn by a page and on a terminal.
 *
 * <p>Door: {@link dev.kopilka.screen.picture.Picture}. Promises: a picture shows only columns that
 * the reader asked for, and leaves the table below it as it is. Refuses: to compute anything that
 * is not in the table.
 */
package dev.kopilka.screen.picture;
