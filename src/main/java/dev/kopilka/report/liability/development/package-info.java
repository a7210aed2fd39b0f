/**
 * How much more will be redeemed: published statistics over plain numbers, free of any store.
 *
 * <p>Doors: {@link dev.kopilka.report.liability.development.ChainLadder} over a {@link
 * dev.kopilka.report.liability.development.Triangle} of redeemed points, and {@link
 * dev.kopilka.report.liability.development.Independence}, which tries its assumption; {@link
 * dev.kopilka.report.liability.development.Exposure}, which makes a {@link
 * dev.kopilka.report.liability.development.Curve} of how points are used up by age.
 *
 * <p>Promises: every formula names its source; the same numbers in the same order give the same
 * digits on every machine. Refuses: money, dates, and guessing where there is nothing to go by.
 */
package dev.kopilka.report.liability.development;
