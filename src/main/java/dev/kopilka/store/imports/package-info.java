/**
 * Rows about imports.
 *
 * <p>Door: {@link dev.kopilka.store.imports.RunRows}. Promises: the counts are those of the batches
 * that were committed with them. Refuses: personal data; a file is recorded by its name alone.
 */
package dev.kopilka.store.imports;
