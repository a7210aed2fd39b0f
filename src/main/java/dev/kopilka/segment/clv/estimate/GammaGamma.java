package dev.kopilka.segment.clv.estimate;

import java.util.OptionalDouble;

/**
 * The Gamma-Gamma model of spend: Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value.
 * What a buyer spends on a repeat day varies about a mean of that buyer's own by a gamma
 * distribution of shape p, and the means differ between buyers (q, gamma).
 *
 * @param gamma in units of the currency
 */
public record GammaGamma(double p, double q, double gamma) {
  /**
   * What a buyer will spend a purchase (equation 5): a mean of what this buyer spent, weighted by x,
   * and of what all do. Empty where the model has no mean, which takes q above 1.
   *
   * @param mean spend of the x repeat days so far
   */
  public OptionalDouble expected(int x, double mean) {
    var weight = p * x + q - 1;
    return q > 1 ? OptionalDouble.of(p * (gamma + x * mean) / weight) : OptionalDouble.empty();
  }
}
