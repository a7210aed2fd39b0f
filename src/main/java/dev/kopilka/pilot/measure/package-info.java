/**
 * What a pilot's figures say: pure statistics, values in and values out.
 *
 * <p>Doors: {@link dev.kopilka.pilot.measure.TwoShares} and {@link dev.kopilka.pilot.measure.Welch}
 * (two arms), {@link dev.kopilka.pilot.measure.ChiSquare} (are the arms as large as they were meant
 * to be), {@link dev.kopilka.pilot.measure.Holm} (several arms), {@link
 * dev.kopilka.pilot.measure.Cuped} (what was known before), {@link
 * dev.kopilka.pilot.measure.Bootstrap}, {@link dev.kopilka.pilot.measure.Permutations}; for others,
 * {@link dev.kopilka.pilot.measure.Student}.
 *
 * <p>Promises: the same figures on every machine; each formula names its source. Refuses: reading,
 * rounding and judging.
 */
package dev.kopilka.pilot.measure;
