/**
 * Imports: what people bring, row by row, into the ledger.
 *
 * <p>Promises: every row read is accepted, a duplicate, or rejected with its place and reason; a dry
 * run goes the same way as a real one. Refuses: deciding anything about points, which is the
 * ledger's business.
 */
package dev.kopilka.bulk;
