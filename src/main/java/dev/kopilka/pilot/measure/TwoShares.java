package dev.kopilka.pilot.measure;

import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/** The share of a treatment beside that of its control. */
public record TwoShares(Share treatment, Share control) {
  /** Below this count in a cell the normal approximation is not trusted (Cochran 1954). */
  private static final double FEW = 5;

  /** Tables that are as likely but for the last digits count as equally likely. */
  private static final double NEARLY = 1 + 1e-7;

  /** Of rates: 0.02 is two percentage points. */
  public double difference() {
    return treatment.rate() - control.rate();
  }

  /** Wald's: so many standard errors, the variance of each arm by itself. */
  public Interval wald(double level) {
    var error = Math.sqrt(treatment.variance() + control.variance());
    return Interval.around(difference(), Gauss.twoSided(level) * error);
  }

  /** Newcombe (1998), Statistics in Medicine 17, method 10: from Wilson's interval of each arm. */
  public Interval newcombe(double level) {
    var t = treatment.wilson(level);
    var c = control.wilson(level);
    var down = Math.hypot(treatment.rate() - t.low(), c.high() - control.rate());
    var up = Math.hypot(t.high() - treatment.rate(), control.rate() - c.low());
    return new Interval(difference() - down, difference() + up);
  }

  /** The difference in standard errors, as if both arms were of one kind; NaN where nothing varies. */
  public double z() {
    var rate = (double) (treatment.events() + control.events()) / all();
    var error = Math.sqrt(rate * (1 - rate) * (1.0 / treatment.all() + 1.0 / control.all()));
    return difference() / error;
  }

  /** How often chance alone gives as much: by {@link #z}, on both sides. */
  public double pooled() {
    return Gauss.beyond(z());
  }

  /**
   * Fisher's exact test, on both sides: all tables with these sums that are no likelier than this
   * one (Fisher 1935, The Design of Experiments).
   */
  public double fisher() {
    var tables = tables();
    var here = tables.probability((int) treatment.events()) * NEARLY;
    var sum = 0.0;
    for (var k = tables.getSupportLowerBound(); k <= tables.getSupportUpperBound(); k++) {
      var one = tables.probability(k);
      if (one <= here) sum += one;
    }
    return Math.min(1, sum);
  }

  /** The same on one side: a treatment that does as much or more. */
  public double fisherGreater() {
    return tables().upperCumulativeProbability((int) treatment.events());
  }

  private HypergeometricDistribution tables() {
    return new HypergeometricDistribution(
        Math.toIntExact(all()),
        Math.toIntExact(treatment.events() + control.events()),
        Math.toIntExact(treatment.all()));
  }

  /** Whether a cell of the table would hold too few, if both arms were alike. */
  public boolean isSmall() {
    var events = treatment.events() + control.events();
    var least = Math.min(treatment.all(), control.all());
    return (double) Math.min(events, all() - events) * least / all() < FEW;
  }

  private long all() {
    return treatment.all() + control.all();
  }
}
