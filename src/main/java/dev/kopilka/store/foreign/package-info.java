/**
 * Other people's databases, to be read from.
 *
 * <p>Door: {@link dev.kopilka.store.foreign.ForeignQuery}. Promises: nothing is ever written there;
 * rows come one by one. Refuses: to know what the rows mean.
 */
package dev.kopilka.store.foreign;
