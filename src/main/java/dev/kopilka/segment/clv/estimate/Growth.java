package dev.kopilka.segment.clv.estimate;

/**
 * Purchases to be expected of a buyer who is alive: the numerator of equation 10 of Fader, Hardie and
 * Lee (2005), with c = a + b + x - 1 and z = t / (alpha + T + t),
 *
 * <pre>c / (a - 1) [1 - (1 - z)^(r + x) 2F1(r + x, b + x; c; z)].</pre>
 *
 * <p>As it is printed it is 0 / 0 at a = 1 and at c = 0. Euler's transformation (Abramowitz and
 * Stegun 1964, 15.3.3) turns the product into (1 - z)^(a - 1) 2F1(a - 1, a + b - 1 - r; c; z), whose
 * series begins with 1 and has the factor a - 1 in every further term, so both divisions can be done
 * by hand.
 */
final class Growth {
  /**
   * With a + b - 1 - r further below zero the terms of the transformed series alternate and grow
   * before they shrink; further above, they overflow where its factor vanishes.
   */
  private static final double LEAST = -15;

  private static final double MOST = 50;

  /** So near to 1 the printed form loses more digits than moving a by this much does. */
  private static final double NEAR = 1e-6;

  private static final double ENOUGH = 1e-16;
  private static final int LONGEST = 200_000;
  private static final double HUGE = 1e200;

  private Growth() {}

  /**
   * The expectation.
   *
   * @param since alpha + T, in weeks
   */
  static double of(BgNbd model, int x, double since, double weeks) {
    if (weeks <= 0) return 0;
    var z = weeks / (since + weeks);
    var shift = model.a() + model.b() - 1 - model.r();
    return shift > LEAST && shift < MOST ? transformed(model, x, z) : printed(model, x, z);
  }

  private static double transformed(BgNbd model, int x, double z) {
    var a = model.a();
    var c = a + model.b() + x - 1;
    var shift = a + model.b() - 1 - model.r();
    var idle = StrictMath.log1p(-z);
    var term = shift * z;
    var sum = term;
    for (var n = 1; n < LONGEST && Math.abs(term) > ENOUGH * Math.abs(sum); n++) {
      term *= (a + n - 1) * (shift + n) / (c + n) * z / (n + 1);
      sum += term;
    }
    var whole = a == 1 ? -idle : -StrictMath.expm1((a - 1) * idle) / (a - 1);
    return c * whole - StrictMath.exp((a - 1) * idle) * sum;
  }

  /** Every term is positive; what would overflow is taken into the logarithm. */
  private static double printed(BgNbd model, int x, double z) {
    var a = Math.abs(model.a() - 1) < NEAR ? 1 + NEAR : model.a();
    var c = a + model.b() + x - 1;
    var r = model.r() + x;
    var b = model.b() + x;
    var term = r * b * z;
    var sum = c + term;
    var scale = r * StrictMath.log1p(-z);
    var ratio = 1.0;
    // A term may be small and yet the first of growing ones.
    for (var n = 1; n < LONGEST && (term > ENOUGH * sum || ratio >= 1); n++) {
      ratio = (r + n) * (b + n) / (c + n) * z / (n + 1);
      term *= ratio;
      sum += term;
      if (sum < HUGE) continue;
      sum /= HUGE;
      term /= HUGE;
      scale += StrictMath.log(HUGE);
    }
    return (c - StrictMath.exp(scale + StrictMath.log(sum))) / (a - 1);
  }
}
