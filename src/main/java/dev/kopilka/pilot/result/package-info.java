/**
 * What came of a pilot: outcomes gathered by arm, and each treatment beside the control.
 *
 * <p>Doors: {@link dev.kopilka.pilot.result.Arm} (where outcomes are gathered), {@link
 * dev.kopilka.pilot.result.Purchases} (outcomes of the ledger), {@link
 * dev.kopilka.pilot.result.Finding} (what they say).
 *
 * <p>Promises: whether arms are as large as they were meant to be is asked before anything is
 * compared; members count where they were dealt. Refuses: rounding and wording.
 */
package dev.kopilka.pilot.result;
