package dev.kopilka.segment.clv.estimate;

import java.util.Arrays;

/**
 * Fits BG/NBD: the sum of {@link BgNbd#logLikelihood} over all buyers, with each logarithm taken once
 * a day or a count instead of once a buyer.
 */
public final class BuyingFit {
  private final Patterns buyers;
  private final double pace;
  private final double[] byDay;
  private final double[] byCount;
  private final double[] leaving;

  private BuyingFit(Patterns buyers) {
    this.buyers = buyers;
    this.pace = pace(buyers);
    this.byDay = new double[1 + Arrays.stream(buyers.age()).max().orElse(0)];
    this.byCount = new double[1 + Arrays.stream(buyers.repeats()).max().orElse(0)];
    this.leaving = new double[byCount.length];
  }

  /** What was found, with the log-likelihood there. */
  public record Found(BgNbd model, Maximum maximum) {}

  /** Somebody must have come back, or nothing is known of paces. */
  public static Found of(Patterns buyers) {
    var fit = new BuyingFit(buyers);
    var starts = new double[][] {{-1, -1, 0, 1}, {0, 0, 0, 0}, {1, 1, -1, 1}, {0, 0, -3, 1}};
    var maximum = Maximum.of(fit::logLikelihood, starts);
    return new Found(fit.model(maximum.at()), maximum);
  }

  /** Mean weeks between purchases: alpha is counted in these, so that no unit of time is special. */
  private static double pace(Patterns buyers) {
    var weeks = 0.0;
    var purchases = 0.0;
    for (var i = 0; i < buyers.size(); i++) {
      weeks += buyers.count()[i] * buyers.age()[i] / Patterns.WEEK;
      purchases += (double) buyers.count()[i] * buyers.repeats()[i];
    }
    return weeks / purchases;
  }

  private BgNbd model(double[] at) {
    return new BgNbd(
        StrictMath.exp(at[0]),
        pace * StrictMath.exp(at[1]),
        StrictMath.exp(at[2]),
        StrictMath.exp(at[3]));
  }

  private double logLikelihood(double[] at) {
    var model = model(at);
    prepare(model);
    var sum = 0.0;
    for (var i = 0; i < buyers.size(); i++) {
      var x = buyers.repeats()[i];
      var power = model.r() + x;
      var age = byDay[buyers.age()[i]];
      var one = byCount[x] - power * age;
      if (x > 0) {
        var odds = leaving[x] + power * (age - byDay[buyers.recency()[i]]);
        // log(1 + e^odds), without the overflow where e^odds is all there is.
        one += Math.max(odds, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(odds)));
      }
      sum += buyers.count()[i] * one;
    }
    return sum;
  }

  /** The parts of the likelihood that depend on a day or on a count alone. */
  private void prepare(BgNbd model) {
    for (var day = 0; day < byDay.length; day++) {
      byDay[day] = StrictMath.log(model.alpha() + day / Patterns.WEEK);
    }
    byCount[0] = model.r() * StrictMath.log(model.alpha());
    for (var x = 1; x < byCount.length; x++) {
      var stays = (model.b() + x - 1) / (model.a() + model.b() + x - 1);
      byCount[x] = byCount[x - 1] + StrictMath.log((model.r() + x - 1) * stays);
      leaving[x] = StrictMath.log(model.a() / (model.b() + x - 1));
    }
  }
}
