/**
 * Control totals: what the sender of a file says is in it.
 *
 * <p>Doors: {@link dev.kopilka.bulk.control.Expected} and {@link dev.kopilka.bulk.control.Control}.
 *
 * <p>Promises: the whole file is counted before anything of it is booked. Refuses: deciding which
 * rows are good; totals are of the file as it was sent.
 */
package dev.kopilka.bulk.control;
