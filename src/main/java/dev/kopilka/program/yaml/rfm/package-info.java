/**
 * Reads the matrix in the section {@code rfm} of a programme file.
 *
 * <p>Doors: {@link dev.kopilka.program.yaml.rfm.MatrixSection}, {@link
 * dev.kopilka.program.yaml.rfm.Bands}. Promises and refusals are those of {@code
 * dev.kopilka.program.yaml}.
 */
package dev.kopilka.program.yaml.rfm;
