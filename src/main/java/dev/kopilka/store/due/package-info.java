/**
 * What waits: for a day to come or for a second person.
 *
 * <p>Doors: {@link dev.kopilka.store.due.CloseRows} (what the day's close asks of the ledger as a
 * whole), {@link dev.kopilka.store.due.WaitingRows} (adjustments above the limit).
 *
 * <p>Promises: reading only, but for the waiting adjustments. Refuses: deciding what is due.
 */
package dev.kopilka.store.due;
