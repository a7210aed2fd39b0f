/**
 * The ledger as raw rows for those who trust none of them.
 *
 * <p>Door: {@link dev.kopilka.store.proof.Walks}, one ordered walk a table, to be merged by member.
 *
 * <p>Promises: one row of a table in memory at a time; a row that makes no value is handed over as
 * such and never throws. Refuses: judging what it reads.
 */
package dev.kopilka.store.proof;
