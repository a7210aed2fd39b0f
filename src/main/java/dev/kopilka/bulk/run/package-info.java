/**
 * Runs over files: which one this is, how far it is, and when it has to stop.
 *
 * <p>Doors: {@link dev.kopilka.bulk.run.Baton}, the right to book a run's next rows; {@link
 * dev.kopilka.bulk.run.Kept}, a file that can be read again and known again; {@link
 * dev.kopilka.bulk.run.Ceiling}, how many rejected rows are too many.
 *
 * <p>Promises: one process at a time moves a run on; what is recorded of it is what was committed.
 * Refuses: the meaning of rows.
 */
package dev.kopilka.bulk.run;
