/**
 * How large a pilot must be, before it begins.
 *
 * <p>Doors: {@link dev.kopilka.pilot.plan.Plan}, of shares or of means; size, power and effect each
 * from the other two.
 *
 * <p>Promises: two-sided tests, arms of equal size; the same figures as {@code power.prop.test} and
 * {@code power.t.test} of R, which {@code src/test} compares. Refuses: rounding.
 */
package dev.kopilka.pilot.plan;
