/**
 * How a programme divides its members: segments by conditions, and the terms of RFM scoring.
 *
 * <p>Doors: {@link dev.kopilka.program.segment.Segment}, {@link
 * dev.kopilka.program.segment.RfmTerms}. Promises: a condition is a field and a comparison, never
 * an expression to run. Refuses: to look at a member; that is the segment floor's.
 */
package dev.kopilka.program.segment;
