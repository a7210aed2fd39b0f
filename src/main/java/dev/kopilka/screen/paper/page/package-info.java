/**
 * Pages: one HTML file with its style, its charts and the library that draws them inside it.
 *
 * <p>Door: {@link dev.kopilka.screen.paper.page.Page}. Promises: opens without a network, reads on a
 * phone and in print, in the reader's language; without scripts the tables are all there. Text from
 * outside is never markup, and the page's own policy lets no script run but the two it names.
 * Refuses: to hold back more than a hundred rows; only the points of a picture are kept.
 */
package dev.kopilka.screen.paper.page;
