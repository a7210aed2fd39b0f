package dev.kopilka.segment.clv.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.special.Gamma;

/** Fits Gamma-Gamma to the buyers who came back and spent something then. */
public final class SpendingFit {
  private final int[] repeats;
  private final double[] mean;
  private final int most;
  private double sumOfLogs;

  private SpendingFit(int[] repeats, double[] mean) {
    this.repeats = repeats;
    this.mean = mean;
    var max = 0;
    for (var i = 0; i < mean.length; i++) {
      max = Math.max(max, repeats[i]);
      sumOfLogs += StrictMath.log(mean[i]);
    }
    this.most = max;
  }

  /**
   * What was found.
   *
   * @param logLikelihood of means in units of the currency
   * @param buyers who were looked at
   */
  public record Found(GammaGamma model, Maximum maximum, double logLikelihood, long buyers) {}

  /** Nothing where nobody came back and spent. */
  public static Optional<Found> of(Histories all, double minorUnits) {
    var size = 0;
    var repeats = new int[all.size()];
    var mean = new double[all.size()];
    var total = 0.0;
    for (var i = 0; i < all.size(); i++) {
      if (all.repeats()[i] == 0 || all.spend()[i] <= 0) continue;
      repeats[size] = all.repeats()[i];
      mean[size] = all.meanSpend(i);
      total += mean[size++];
    }
    if (size == 0) return Optional.empty();
    // Gamma is counted in mean spends, so that no currency is special.
    var unit = total / size;
    var own = Arrays.copyOf(mean, size);
    for (var i = 0; i < size; i++) own[i] /= unit;
    var fit = new SpendingFit(Arrays.copyOf(repeats, size), own);
    var starts = new double[][] {{1.5, 1.2, -0.5}, {0, 1, 0.7}, {-1, 0.5, 1}, {2, 2, 0}};
    var maximum = Maximum.of(fit::logLikelihood, starts);
    var at = maximum.at();
    var scale = unit / minorUnits;
    var model =
        new GammaGamma(
            StrictMath.exp(at[0]), StrictMath.exp(at[1]), scale * StrictMath.exp(at[2]));
    var logLikelihood = maximum.value() - size * StrictMath.log(scale);
    return Optional.of(new Found(model, maximum, logLikelihood, size));
  }

  /**
   * The logarithm of equation 1a of Fader and Hardie (2013), summed over the buyers. Where the
   * gamma functions of px alone are asked for, they are the same for all with the same x.
   */
  private double logLikelihood(double[] at) {
    var p = StrictMath.exp(at[0]);
    var q = StrictMath.exp(at[1]);
    var gamma = StrictMath.exp(at[2]);
    var byCount = new double[most + 1];
    var same = q * at[2] - Gamma.logGamma(q);
    var sum = -sumOfLogs;
    for (var i = 0; i < mean.length; i++) {
      var x = repeats[i];
      var shape = p * x;
      if (byCount[x] == 0) {
        byCount[x] = same + Gamma.logGamma(shape + q) - Gamma.logGamma(shape);
      }
      // (x z / (gamma + x z))^px (gamma / (gamma + x z))^q, the first power as one small logarithm.
      var spent = x * mean[i];
      sum += byCount[x] - shape * StrictMath.log1p(gamma / spent);
      sum -= q * StrictMath.log(gamma + spent);
    }
    return sum;
  }
}
