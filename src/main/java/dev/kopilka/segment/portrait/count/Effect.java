package dev.kopilka.segment.portrait.count;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The size of a difference, free of the unit in which it was measured (Cohen 1988, Statistical Power
 * Analysis for the Behavioral Sciences, second edition).
 *
 * @param value positive where the segment has more; two decimals
 */
public record Effect(BigDecimal value) {
  private static final int DECIMALS = 2;
  private static final BigDecimal SMALL = new BigDecimal("0.2");
  private static final BigDecimal MEDIUM = new BigDecimal("0.5");
  private static final BigDecimal LARGE = new BigDecimal("0.8");

  /** Cohen's reading of h and of d alike; below small he has no word. */
  public enum Size {
    NEGLIGIBLE,
    SMALL,
    MEDIUM,
    LARGE
  }

  /** Of the value as it is shown, so that nobody sees a 0.50 that is small. */
  public Size size() {
    var size = value.abs();
    if (size.compareTo(SMALL) < 0) return Size.NEGLIGIBLE;
    if (size.compareTo(MEDIUM) < 0) return Size.SMALL;
    return size.compareTo(LARGE) < 0 ? Size.MEDIUM : Size.LARGE;
  }

  /** Cohen's h of two shares: 2 asin √p − 2 asin √q (section 6.2). */
  public static Effect h(double p, double q) {
    // StrictMath: another machine must not print another last digit.
    return rounded(2 * StrictMath.asin(Math.sqrt(p)) - 2 * StrictMath.asin(Math.sqrt(q)));
  }

  /**
   * Cohen's d of two means over their pooled standard deviation (section 2.5); empty where that is
   * none, because there are too few values or all of each side are equal.
   */
  public static Optional<Effect> d(Moments one, Moments other) {
    var degrees = one.count() + other.count() - 2;
    if (one.count() == 0 || other.count() == 0 || degrees < 1) return Optional.empty();
    var variance = (one.squaredDeviations() + other.squaredDeviations()) / degrees;
    var difference = one.mean() - other.mean();
    if (variance > 0) return Optional.of(rounded(difference / Math.sqrt(variance)));
    return difference == 0 ? Optional.of(rounded(0)) : Optional.empty();
  }

  private static Effect rounded(double value) {
    return new Effect(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
  }
}
