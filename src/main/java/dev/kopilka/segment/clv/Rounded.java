package dev.kopilka.segment.clv;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The way out of floating point: decimals, rounded half up once. */
final class Rounded {
  private Rounded() {}

  static BigDecimal to(int decimals, double value) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** Money a piece, from minor units to units of the currency; exact until it is rounded. */
  static BigDecimal mean(long minorUnits, int pieces, int moneyScale) {
    return BigDecimal.valueOf(minorUnits)
        .divide(BigDecimal.valueOf(pieces), 0, RoundingMode.HALF_UP)
        .movePointLeft(moneyScale);
  }

  /** Weeks of seven days. */
  static BigDecimal weeks(int days) {
    return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(7), 4, RoundingMode.HALF_UP);
  }
}
