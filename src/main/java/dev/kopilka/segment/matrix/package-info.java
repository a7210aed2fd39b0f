/**
 * Buyers by risk and profit.
 *
 * <p>Door: {@link dev.kopilka.segment.matrix.MatrixCell}. Promises: everybody who is scored is in one
 * cell. Refuses: naming and acting, which are the programme's.
 */
package dev.kopilka.segment.matrix;
