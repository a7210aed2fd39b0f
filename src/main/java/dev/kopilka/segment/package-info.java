/**
 * Divides members into groups: scores by recency, frequency and monetary value, and the segments
 * that a programme defines by conditions.
 *
 * <p>Doors: {@link dev.kopilka.segment.Rfm} (scores of everybody who bought), {@link
 * dev.kopilka.segment.RfmSummary} (what each named group adds up to), {@link
 * dev.kopilka.segment.Membership} (who is in which segment).
 *
 * <p>Promises: whole numbers and exact fractions all the way; equal ledgers give equal groups,
 * whether accounts were asked or events. Refuses: choosing the terms, which are the programme's or
 * the caller's.
 */
package dev.kopilka.segment;
