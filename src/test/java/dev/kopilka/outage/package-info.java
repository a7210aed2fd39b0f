/**
 * What becomes of a ledger on a server when the server is stopped amid everything, when whoever works
 * on it is killed, and when several do the same at once.
 *
 * <p>Promises: whatever was told to anybody is compared with what the ledger holds in the end.
 */
package dev.kopilka.outage;
