/**
 * What is known of one member on one day, and whether a segment's conditions hold for it.
 *
 * <p>Doors: {@link dev.kopilka.segment.facts.FactsReader} reads members one by one, {@link
 * dev.kopilka.segment.facts.Matching} compares, {@link dev.kopilka.segment.facts.ByMember} keeps
 * several walks side by side.
 *
 * <p>Promises: one walk over the members, and beside it one over each thing that somebody asks
 * about. Refuses: to keep what it has handed over.
 */
package dev.kopilka.segment.facts;
