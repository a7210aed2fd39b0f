package dev.kopilka.pilot.measure;

import org.hipparchus.distribution.continuous.TDistribution;

/** The mean of a treatment beside that of its control, their variances not taken for equal. */
public record Welch(Mean treatment, Mean control) {
  public double difference() {
    return treatment.value() - control.value();
  }

  /** The standard error of the difference. */
  public double error() {
    return Math.sqrt(treatment.ofMean() + control.ofMean());
  }

  /** The difference in standard errors; NaN where nobody differs from anybody. */
  public double t() {
    return difference() / error();
  }

  /** Welch (1947), Biometrika 34, by Satterthwaite's approximation. */
  public double degrees() {
    var t = treatment.ofMean();
    var c = control.ofMean();
    return (t + c) * (t + c)
        / (t * t / (treatment.count() - 1) + c * c / (control.count() - 1));
  }

  /** How often chance alone gives as much, on both sides; NaN as {@link #t}. */
  public double p() {
    if (error() == 0) return Double.NaN;
    return 2 * new TDistribution(degrees()).cumulativeProbability(-Math.abs(t()));
  }

  public Interval interval(double level) {
    if (error() == 0) return Interval.around(difference(), 0);
    return Interval.around(difference(), Student.twoSided(degrees(), level) * error());
  }
}
