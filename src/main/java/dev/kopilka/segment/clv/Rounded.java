package dev.kopilka.segment.clv;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The way out of floating point: decimals, rounded half up once. */
final class Rounded {
  private Rounded() {}

  static BigDecimal to(int decimals, double value) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** Weeks of seven days. */
  static BigDecimal weeks(int days) {
    return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(7), 4, RoundingMode.HALF_UP);
  }
}
