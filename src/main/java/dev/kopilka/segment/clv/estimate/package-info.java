/**
 * The two models behind lifetime value, as formulas and as fits by maximum likelihood.
 *
 * <p>Doors: {@link dev.kopilka.segment.clv.estimate.Histories} (what is known of the buyers), {@link
 * dev.kopilka.segment.clv.estimate.BuyingFit} and {@link
 * dev.kopilka.segment.clv.estimate.SpendingFit} (fit {@link
 * dev.kopilka.segment.clv.estimate.BgNbd} and {@link
 * dev.kopilka.segment.clv.estimate.GammaGamma}).
 *
 * <p>Promises: the same numbers on every machine; parameters are looked for as logarithms, so they
 * are positive, and no power is taken outside a logarithm. Refuses: ledgers, words, rounding.
 */
package dev.kopilka.segment.clv.estimate;
