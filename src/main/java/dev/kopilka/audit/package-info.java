/**
 * Proof that the ledger is what was recorded: hashes again, rebuilds, compares, explains.
 *
 * <p>Doors: {@link dev.kopilka.audit.Verification} (is every row as it was written, is every cache
 * what the entries add up to) and {@link dev.kopilka.audit.explain.Explanation} (where each point
 * came from and went).
 *
 * <p>Promises: reads one snapshot, writes nothing, holds one member in memory; whatever stands in a
 * row, it names the row and goes on. Refuses: repairing.
 */
package dev.kopilka.audit;
