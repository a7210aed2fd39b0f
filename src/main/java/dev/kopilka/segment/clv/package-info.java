/**
 * Customer lifetime value: how often a buyer will come back (BG/NBD; Fader, Hardie and Lee 2005) and
 * what will then be spent (Gamma-Gamma; Fader and Hardie 2013), both by maximum likelihood.
 *
 * <p>Doors: {@link dev.kopilka.segment.clv.Clv} (fits both, answers buyer by buyer), {@link
 * dev.kopilka.segment.clv.Fit} (what was fitted, how well, and what to be warned of).
 *
 * <p>Promises: equal ledgers give equal digits on every database and machine, because buyers are
 * sorted by code and functions are StrictMath's. Floating point stays here: sums of money come in as
 * whole numbers and go out as rounded decimals. Refuses: booking anything by an estimate.
 */
package dev.kopilka.segment.clv;
