package dev.kopilka.command.report.liability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Estimated numbers as they are printed. */
final class Estimates {
  private static final int RATIO_DECIMALS = 6;

  private Estimates() {}

  /**
   * Points or money.
   *
   * @param scale the estimate is in units of {@code 10^-scale}
   */
  static BigDecimal amount(double units, int scale, int decimals) {
    return BigDecimal.valueOf(units)
        .movePointLeft(scale)
        .setScale(decimals, RoundingMode.HALF_EVEN);
  }

  static BigDecimal ratio(double ratio) {
    return BigDecimal.valueOf(ratio).setScale(RATIO_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Nothing where there is nothing to divide by. */
  static Optional<BigDecimal> ratio(double part, double whole) {
    return whole > 0 ? Optional.of(ratio(part / whole)) : Optional.empty();
  }
}
