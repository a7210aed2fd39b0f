package dev.kopilka.report.liability.development;

/**
 * Which part of the points is still unredeemed by age: the product-limit estimate of Kaplan and
 * Meier (1958), Journal of the American Statistical Association 53. Points that lapse, are taken
 * back or are still open leave the count without having been redeemed; points that came from
 * elsewhere enter it at the age that they had.
 *
 * <p>Its error is Greenwood's (1926). As the points of a lot are not redeemed independently of each
 * other, the number under risk is the effective number of lots, the square of the sum of points over
 * the sum of squares (Xie and Liu, 2005, Statistics in Medicine 24, for weighted samples). With lots
 * of one size it is Greenwood's formula as it stands.
 */
public final class Curve {
  private final long[] atRisk;
  private final long[] redeemed;
  private final double[] hazards;
  private final double[] variances;
  private final double[] survival;
  private final double[] greenwood;

  /**
   * All by age in days from 0.
   *
   * @param hazards the part of the points under risk that is redeemed on that day
   * @param variances of the hazards
   */
  Curve(long[] atRisk, long[] redeemed, double[] hazards, double[] variances) {
    this.atRisk = atRisk;
    this.redeemed = redeemed;
    this.hazards = hazards;
    this.variances = variances;
    survival = new double[hazards.length];
    greenwood = new double[hazards.length];
    var left = 1.0;
    var sum = 0.0;
    for (var age = 0; age < hazards.length; age++) {
      left *= 1 - hazards[age];
      if (hazards[age] < 1) sum += variances[age] / ((1 - hazards[age]) * (1 - hazards[age]));
      survival[age] = left;
      greenwood[age] = sum;
    }
  }

  /** How many days are known: ages from 0 to one less. */
  public int days() {
    return survival.length;
  }

  /** Points that were still there when that day began; smallest units. */
  public long atRisk(int age) {
    return age < days() ? atRisk[age] : 0;
  }

  /** Points redeemed at ages from the first to the last one, both included. */
  public long redeemed(int first, int last) {
    var sum = 0L;
    for (var age = Math.max(0, first); age <= last && age < days(); age++) sum += redeemed[age];
    return sum;
  }

  /** The part that is still unredeemed at the end of that day; beyond the last known one it stays. */
  public double survival(int age) {
    return days() == 0 ? 1 : survival[Math.min(age, days() - 1)];
  }

  /** Standard error of {@link #survival}; none where nothing is left. */
  public double error(int age) {
    if (days() == 0) return 0;
    return survival(age) * Math.sqrt(greenwood[Math.min(age, days() - 1)]);
  }

  /** What of open points will be redeemed, with the standard error of the estimated curve. */
  public Outlook outlook(Open open) {
    // How much the expectation moves with the hazard of each day, by differences over the days.
    var weights = new double[days() + 1];
    var sums = new double[2];
    open.each(
        (age, until, points) -> {
          var last = Math.min(until, days() - 1);
          var left = points * unredeemed(age, last);
          sums[0] += points - left;
          if (until >= days()) sums[1] += points;
          if (last <= age) return;
          weights[age + 1] += left;
          weights[last + 1] -= left;
        });
    var weight = 0.0;
    var variance = 0.0;
    for (var age = 0; age < days(); age++) {
      weight += weights[age];
      if (hazards[age] == 1) continue;
      var slope = weight / (1 - hazards[age]);
      variance += slope * slope * variances[age];
    }
    return new Outlook(sums[0], Math.sqrt(variance), sums[1]);
  }

  /** The part of points of one age that is still unredeemed at another. */
  private double unredeemed(int age, int last) {
    if (last <= age) return 1;
    if (survival(age) > 0) return survival(last) / survival(age);
    var left = 1.0;
    for (var at = age + 1; at <= last; at++) left *= 1 - hazards[at];
    return left;
  }
}
