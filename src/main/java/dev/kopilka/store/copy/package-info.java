/**
 * Takes a ledger from one database into another one.
 *
 * <p>Doors: {@link dev.kopilka.store.copy.Copy} (does it, and goes on with one that was broken off)
 * and {@link dev.kopilka.store.copy.Mark} (by which two ledgers are known to be the same).
 *
 * <p>Promises: row by row as it stands, streaming; a target that is not whole is no ledger to anybody
 * else. Refuses: a target in which there is something.
 */
package dev.kopilka.store.copy;
