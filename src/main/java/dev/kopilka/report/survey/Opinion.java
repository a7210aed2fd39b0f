package dev.kopilka.report.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a group of answers says, in percentage points.
 *
 * @param group a month, a channel or a segment; empty for all
 * @param unscored answers without a score of the scale
 * @param trend over the periods of the wish; says nothing where these are one
 */
public record Opinion(
    String survey, String group, Measure.Kind kind, Counts counts, long unscored, Trend trend) {
  private static final int DECIMALS = 2;
  private static final double PERCENT = 100;

  /** Scored answers: for, neither, against. */
  public record Counts(long positive, long neutral, long negative) {
    public long all() {
      return positive + neutral + negative;
    }
  }

  /** An estimate with its standard error. */
  record Estimate(double value, double error) {
    Bounds bounds(double z) {
      return new Bounds(value - z * error, value + z * error);
    }
  }

  record Bounds(double low, double high) {}

  /** NPS: the share of those for less that of those against; CSAT: the share of those for. */
  public Optional<BigDecimal> score() {
    return estimate().map(estimate -> points(estimate.value));
  }

  public Optional<BigDecimal> standardError() {
    return estimate().map(estimate -> points(estimate.error));
  }

  public Optional<BigDecimal> low(Confidence confidence) {
    return bounds(confidence).map(bounds -> possible(bounds.low));
  }

  public Optional<BigDecimal> high(Confidence confidence) {
    return bounds(confidence).map(bounds -> possible(bounds.high));
  }

  /** How much higher the score is than an earlier one. */
  public Optional<BigDecimal> change(Opinion earlier) {
    if (estimate().isEmpty() || earlier.estimate().isEmpty()) return Optional.empty();
    return Optional.of(points(estimate().get().value - earlier.estimate().get().value));
  }

  /** Whether the change is more than chance gives: the errors of two samples add up as squares. */
  public Optional<Boolean> isSure(Opinion earlier, Confidence confidence) {
    if (estimate().isEmpty() || earlier.estimate().isEmpty()) return Optional.empty();
    var now = estimate().get();
    var then = earlier.estimate().get();
    var error = Math.hypot(now.error, then.error);
    return Optional.of(Math.abs(now.value - then.value) > confidence.z() * error);
  }

  private Optional<Estimate> estimate() {
    if (counts.all() == 0) return Optional.empty();
    return Optional.of(estimate(counts.positive, counts.negative, counts.all()));
  }

  private Estimate estimate(double positive, double negative, double all) {
    return kind == Measure.Kind.NPS
        ? nps(positive / all, negative / all, all)
        : share(positive / all, all);
  }

  /** Each answer counts -1, 0 or 1; the variance is that of the answers themselves (R package NPS). */
  private static Estimate nps(double promoters, double detractors, double all) {
    var value = promoters - detractors;
    return new Estimate(value, Math.sqrt((promoters + detractors - value * value) / all));
  }

  private static Estimate share(double share, double all) {
    return new Estimate(share, Math.sqrt(share * (1 - share) / all));
  }

  private Optional<Bounds> bounds(Confidence confidence) {
    if (counts.all() == 0) return Optional.empty();
    var z = confidence.z();
    if (confidence.isWald()) return estimate().map(estimate -> estimate.bounds(z));
    return Optional.of(kind == Measure.Kind.NPS ? adjusted(z) : wilson(z));
  }

  /** Rocks (2016), The American Statistician 70(4): three answers more, 3/4 of one for, as many against. */
  private Bounds adjusted(double z) {
    return estimate(counts.positive + 0.75, counts.negative + 0.75, counts.all() + 3.0).bounds(z);
  }

  /** Wilson (1927), Journal of the American Statistical Association 22: the score interval. */
  private Bounds wilson(double z) {
    double all = counts.all();
    var share = counts.positive / all;
    var middle = (share + z * z / (2 * all)) / (1 + z * z / all);
    var half = z * Math.sqrt(share * (1 - share) / all + z * z / (4 * all * all)) / (1 + z * z / all);
    return new Bounds(middle - half, middle + half);
  }

  /** An interval may reach beyond what a score can be. */
  private BigDecimal possible(double part) {
    return points(Math.clamp(part, kind == Measure.Kind.NPS ? -1 : 0, 1));
  }

  static BigDecimal points(double part) {
    return BigDecimal.valueOf(part * PERCENT).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }
}
