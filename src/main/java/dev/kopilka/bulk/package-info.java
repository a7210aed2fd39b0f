/**
 * Imports: what people bring, row by row, into the ledger.
 *
 * <p>Doors: {@link dev.kopilka.bulk.Table} (an open file whose header fits), {@link
 * dev.kopilka.bulk.Import} (one run over it), {@link dev.kopilka.bulk.Summary}.
 *
 * <p>Promises: every row read is accepted, a duplicate, or rejected with its place and reason; a dry
 * run goes the same way as a real one. Refuses: deciding anything about points, which is the
 * ledger's business.
 */
package dev.kopilka.bulk;
