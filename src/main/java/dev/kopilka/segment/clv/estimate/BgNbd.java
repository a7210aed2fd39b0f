package dev.kopilka.segment.clv.estimate;

/**
 * The BG/NBD model of Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing
 * Science 24(2), 275-284. While a buyer is alive purchases come at a rate that differs between buyers
 * by a gamma distribution (r, alpha); after each one a buyer may leave, by a chance that differs by a
 * beta distribution (a, b). Times are weeks.
 *
 * <p>A buyer is told by x repeat occasions, the last one at {@code recency}, seen until {@code age}.
 */
public record BgNbd(double r, double alpha, double a, double b) {
  /** The logarithm of equation 6: L = A1 A2 (A3 + A4), the sum taken in logarithms. */
  public double logLikelihood(int x, double recency, double age) {
    var rising = 0.0;
    for (var j = 0; j < x; j++) {
      rising += StrictMath.log(r + j) + StrictMath.log((b + j) / (a + b + j));
    }
    var seen = -(r + x) * StrictMath.log(alpha + age);
    return rising + r * StrictMath.log(alpha) + seen + StrictMath.log1p(odds(x, recency, age));
  }

  /** How many times likelier it is that the buyer left at the last purchase than that not. */
  private double odds(int x, double recency, double age) {
    if (x == 0) return 0;
    var longer = StrictMath.log(alpha + age) - StrictMath.log(alpha + recency);
    return StrictMath.exp(StrictMath.log(a) - StrictMath.log(b + x - 1) + (r + x) * longer);
  }

  /**
   * The chance that the buyer has not left (Fader and Hardie 2008, Computing P(alive) Using the
   * BG/NBD Model, equation 7): 1 where nobody had an occasion to leave yet.
   */
  public double alive(int x, double recency, double age) {
    return 1 / (1 + odds(x, recency, age));
  }

  /** Purchases to be expected in the next weeks (equation 10). */
  public double expected(int x, double recency, double age, double weeks) {
    return Growth.of(this, x, alpha + age, weeks) * alive(x, recency, age);
  }

  /** Purchases to be expected of somebody new in the first weeks (equation 9). */
  public double expectedOfNew(double weeks) {
    return Growth.of(this, 0, alpha, weeks);
  }

  /** The chance of exactly x repeat occasions in the first weeks (equation 8). */
  public double probability(int x, double weeks) {
    var idle = r * (StrictMath.log(alpha) - StrictMath.log(alpha + weeks));
    var busy = StrictMath.log(weeks) - StrictMath.log(alpha + weeks);
    var rising = 0.0;
    var stays = 0.0;
    var fewer = 0.0;
    for (var j = 0; j < x; j++) {
      fewer += StrictMath.exp(rising + idle + j * busy);
      rising += StrictMath.log((r + j) / (1 + j));
      stays += StrictMath.log((b + j) / (a + b + j));
    }
    var goesOn = StrictMath.exp(stays + rising + idle + x * busy);
    if (x == 0) return goesOn;
    // B(a + 1, b + x - 1) / B(a, b) by way of B(a, b + x), which stays says.
    var left = StrictMath.exp(stays) * a / (b + x - 1);
    return goesOn + left * Math.max(0, 1 - fewer);
  }
}
