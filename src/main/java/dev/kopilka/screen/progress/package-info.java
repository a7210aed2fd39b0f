/**
 * How far a long command is, drawn on stderr.
 *
 * <p>Doors: {@link dev.kopilka.screen.progress.Progress}, which {@code Screen.progress} makes.
 * Promises: nothing is drawn, and no library loaded, where nobody looks. Refuses: a terminal of its
 * own; the launcher tells how wide the user's is.
 */
package dev.kopilka.screen.progress;
