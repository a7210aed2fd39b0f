package dev.kopilka.segment.clv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What was fitted and how well. Parameters bear the names that the sources give them.
 *
 * @param buying BG/NBD; empty where nobody came back
 * @param spending Gamma-Gamma; empty where nobody came back and spent
 * @param correlation Pearson's, between repeat occasions and mean spend of those who came back
 * @param frequencies buyers by number of repeat occasions, observed and expected
 */
public record Fit(
    long buyers,
    long repeatBuyers,
    Optional<Buying> buying,
    Optional<Spending> spending,
    Optional<BigDecimal> correlation,
    List<Frequency> frequencies,
    List<Warning> warnings) {
  /** Parameters of BG/NBD, time in weeks, and the natural logarithm of the likelihood. */
  public record Buying(
      BigDecimal r, BigDecimal alpha, BigDecimal a, BigDecimal b, BigDecimal logLikelihood) {}

  /** Parameters of Gamma-Gamma, gamma in units of the currency, fitted to so many buyers. */
  public record Spending(
      BigDecimal p, BigDecimal q, BigDecimal gamma, BigDecimal logLikelihood, long buyers) {}

  /**
   * How many came back so often in the calibration.
   *
   * @param orMore whether those who came back more often are in it
   */
  public record Frequency(int repeats, boolean orMore, long buyers, BigDecimal expected) {}
}
