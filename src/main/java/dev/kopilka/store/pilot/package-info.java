/**
 * Pilots as they are kept: which there are, who was dealt to which arm, how they ended.
 *
 * <p>Doors: {@link dev.kopilka.store.pilot.PilotRows}, {@link dev.kopilka.store.pilot.DealtRows},
 * {@link dev.kopilka.store.pilot.DecisionRows}.
 *
 * <p>Promises: nothing is changed or deleted; of two who write the same at once one does. Refuses: to
 * know what arms and shares mean.
 */
package dev.kopilka.store.pilot;
