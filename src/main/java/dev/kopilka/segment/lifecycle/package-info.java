/**
 * Stages of a member's life: exactly one on every day, told by purchases, or by contracts, visits
 * and services.
 *
 * <p>Doors: {@link dev.kopilka.segment.lifecycle.Lives} (every member with the stage of a day),
 * {@link dev.kopilka.segment.lifecycle.StagesInTurn} (the same beside another walk),
 * {@link dev.kopilka.segment.lifecycle.Growth} (month by month), {@link
 * dev.kopilka.segment.lifecycle.Staging} (what the stages of a day are told by).
 *
 * <p>Promises: a stage of a day depends on what had happened by its end and on nothing else; members
 * are read one at a time, in the order in which they were enrolled. Refuses: to choose the terms,
 * which are the programme's.
 */
package dev.kopilka.segment.lifecycle;
