/**
 * What a programme is steered by: its goals, and what its channels, partners and staff cost or are
 * owed.
 *
 * <p>Doors: {@link dev.kopilka.program.steering.Steering}, which holds all of it, and {@link
 * dev.kopilka.program.steering.Indicator}, the figures that a goal may name. Promises: money, points
 * and rates are exact; a plan between two dates is the straight line between them. Refuses: to
 * measure anything; that is the reports' business.
 */
package dev.kopilka.program.steering;
