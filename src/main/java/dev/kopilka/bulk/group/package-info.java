/**
 * Rows that belong together, wherever in the file they stand.
 *
 * <p>Doors: {@link dev.kopilka.bulk.group.Items}, which gives one {@link
 * dev.kopilka.bulk.group.Item} after the other, and {@link dev.kopilka.bulk.group.Scatter}.
 *
 * <p>Promises: memory does not grow with the file; items come in the order in which they begin;
 * temporary files are their owner's alone and are deleted. Refuses: what rows mean.
 */
package dev.kopilka.bulk.group;
