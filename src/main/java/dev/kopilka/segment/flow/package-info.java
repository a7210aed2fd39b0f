/**
 * How members spread over two divisions, or over one on two days.
 *
 * <p>Door: {@link dev.kopilka.segment.flow.Flow}. Promises: everybody is counted once. Refuses: to
 * know what the groups mean.
 */
package dev.kopilka.segment.flow;
