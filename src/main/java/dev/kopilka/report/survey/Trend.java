package dev.kopilka.report.survey;

import dev.kopilka.pilot.measure.Student;
import dev.kopilka.report.survey.Opinion.Bounds;
import dev.kopilka.report.survey.Opinion.Counts;
import dev.kopilka.report.survey.Opinion.Estimate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * How a score moves, in percentage points a month: the slope of the line of least squares through the
 * single answers. Across lies the number x of the month, up lies what the answer counts in the score, y.
 *
 * <p>Draper and Smith (1998), Applied Regression Analysis, 3rd edition, chapter 1: with the sums of
 * squares and products about the means Sxx, Sxy and Syy of N answers, the slope is Sxy / Sxx, what is
 * left of the squares RSS = Syy - Sxy^2 / Sxx, the slope's error sqrt(RSS / (N - 2) / Sxx), and its
 * interval Student's with N - 2 degrees of freedom. Answers are taken to scatter equally in all months.
 */
public final class Trend {
  private static final int LEAST_MONTHS = 2;
  private static final int LEAST_ANSWERS = 3;

  private final int months;
  private final long answers;

  // Each sum is kept N times as large: so it is whole, and answers on a line leave exactly nothing.
  private final BigInteger xx;
  private final BigInteger xy;
  private final BigInteger yy;

  private Trend(int months, long answers, BigInteger[] sums) {
    this.months = months;
    this.answers = answers;
    this.xx = sums[0];
    this.xy = sums[1];
    this.yy = sums[2];
  }

  /** Of the answers by the number of their month, counted from any month; a month may have none. */
  static Trend of(Measure.Kind kind, Map<Integer, Counts> byMonth) {
    var months = 0;
    long n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    for (var entry : byMonth.entrySet()) {
      long month = entry.getKey();
      var counts = entry.getValue();
      // CSAT is the share of those for, so that the others count nothing; NPS subtracts those against.
      var against = kind == Measure.Kind.NPS ? counts.negative() : 0;
      var all = counts.all();
      if (all > 0) months++;
      n += all;
      x += all * month;
      xx += all * month * month;
      y += counts.positive() - against;
      xy += (counts.positive() - against) * month;
      yy += counts.positive() + against;
    }
    var sums = new BigInteger[] {about(n, xx, x, x), about(n, xy, x, y), about(n, yy, y, y)};
    return new Trend(months, n, sums);
  }

  /** N times the sum of the products about the means of both. */
  private static BigInteger about(long n, long products, long one, long other) {
    return times(n, products).subtract(times(one, other));
  }

  private static BigInteger times(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  /** Those that have scored answers. */
  public int months() {
    return months;
  }

  /** Nothing, like all that follows, of less than two months or three answers. */
  public Optional<BigDecimal> slope() {
    return estimate().map(estimate -> Opinion.points(estimate.value()));
  }

  public Optional<BigDecimal> standardError() {
    return estimate().map(estimate -> Opinion.points(estimate.error()));
  }

  public Optional<BigDecimal> low(Confidence confidence) {
    return bounds(confidence).map(bounds -> Opinion.points(bounds.low()));
  }

  public Optional<BigDecimal> high(Confidence confidence) {
    return bounds(confidence).map(bounds -> Opinion.points(bounds.high()));
  }

  /** Whether it is more than chance gives: nothing but one side of zero is in the interval. */
  public Optional<Boolean> isSure(Confidence confidence) {
    return bounds(confidence).map(bounds -> bounds.low() > 0 || bounds.high() < 0);
  }

  private Optional<Bounds> bounds(Confidence confidence) {
    return estimate().map(e -> e.bounds(Student.twoSided(answers - 2.0, confidence.level())));
  }

  private Optional<Estimate> estimate() {
    if (months < LEAST_MONTHS || answers < LEAST_ANSWERS) return Optional.empty();
    var across = xx.doubleValue();
    var left = xx.multiply(yy).subtract(xy.pow(2)).doubleValue();
    var error = Math.sqrt(left / (answers - 2)) / across;
    return Optional.of(new Estimate(xy.doubleValue() / across, error));
  }
}
