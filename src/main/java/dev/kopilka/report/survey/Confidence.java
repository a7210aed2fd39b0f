package dev.kopilka.report.survey;

/**
 * How sure an interval is.
 *
 * @param isWald the plain interval, estimate and errors of it; else the one that also holds for few
 *     answers
 * @param level the share of such intervals that hold what is true: 0.95 for example
 * @param z so many standard errors on either side: a quantile of the normal distribution
 */
public record Confidence(boolean isWald, double level, double z) {
  /** In percent, two-sided: 90, 95 or 99. */
  public static Confidence of(String percent, boolean isWald) {
    return switch (percent) {
      case "90" -> new Confidence(isWald, 0.90, 1.6448536269514722);
      case "95" -> new Confidence(isWald, 0.95, 1.959963984540054);
      case "99" -> new Confidence(isWald, 0.99, 2.5758293035489004);
      default -> throw new IllegalArgumentException(percent);
    };
  }
}
