/**
 * Pilots: members dealt to arms once, and what came of it.
 *
 * <p>Doors: {@link dev.kopilka.pilot.plan.Plan} (how many are needed), {@link
 * dev.kopilka.pilot.Assignment} (who gets what), {@link dev.kopilka.pilot.Pilot} (what there is).
 *
 * <p>Promises: who is in which arm follows from salt, pilot and code alone, is written down once, and
 * stays; members are compared as they were assigned, not as they were treated. Refuses: accruing and
 * redeeming, which are the ledger's business.
 */
package dev.kopilka.pilot;
