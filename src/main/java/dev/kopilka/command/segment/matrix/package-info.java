/**
 * How risk against profit is shown.
 *
 * <p>Door: {@link dev.kopilka.command.segment.matrix.MatrixSheet}. Refuses: to count, which is {@code
 * dev.kopilka.segment.matrix}'s.
 */
package dev.kopilka.command.segment.matrix;
