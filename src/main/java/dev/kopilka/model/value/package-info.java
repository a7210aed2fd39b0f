/**
 * Values that have no ledger in them: exit codes, refusals, problems, exact decimals, dates.
 *
 * <p>Doors: {@link dev.kopilka.model.value.Problem} and the sealed {@link
 * dev.kopilka.model.value.Trouble} for what goes wrong, {@link dev.kopilka.model.value.Decimals}
 * for text to exact numbers and back, {@link dev.kopilka.model.value.Invariant} for what must never
 * be false.
 *
 * <p>Promises: nothing here reads a clock, a locale or a file. Refuses: floating point.
 */
package dev.kopilka.model.value;
