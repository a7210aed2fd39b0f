/**
 * {@code kopilka enroll …}: takes members in.
 *
 * <p>Doors: one class a verb. Promises: the same enrolment again is answered as the first time.
 * Refuses: deciding; the registry and the ledger do.
 */
package dev.kopilka.command.enroll;
