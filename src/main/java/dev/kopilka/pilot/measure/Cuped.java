package dev.kopilka.pilot.measure;

import java.util.List;

/**
 * Outcomes less what was to be expected of each member by the time before. Deng, Xu, Kohavi, Walker
 * (2013), Improving the sensitivity of online controlled experiments by utilizing pre-experiment
 * data, equations 4 to 6: the difference stays what it is on average, and varies less.
 */
public final class Cuped {
  private final double slope;
  private final double before;

  private Cuped(double slope, double before) {
    this.slope = slope;
    this.before = before;
  }

  /** One slope for all arms, from how members differ within their arms. */
  public static Cuped of(List<Moments> arms) {
    var squares = 0.0;
    var products = 0.0;
    var sum = 0.0;
    var count = 0L;
    for (var arm : arms) {
      squares += arm.squaresBefore();
      products += arm.products();
      sum += arm.before() * arm.count();
      count += arm.count();
    }
    return new Cuped(squares == 0 ? 0 : products / squares, sum / count);
  }

  /** So much more of the outcome goes with one more before. */
  public double slope() {
    return slope;
  }

  /** The arm's mean as it would be if its members had been before what all are on average. */
  public Mean mean(Moments arm) {
    var plain = arm.mean();
    var squares =
        plain.variance() * (plain.count() - 1)
            - 2 * slope * arm.products()
            + slope * slope * arm.squaresBefore();
    return new Mean(
        plain.count(),
        plain.value() - slope * (arm.before() - before),
        Math.max(0, squares) / (plain.count() - 1));
  }

  /** Which part of the variance of the difference went; 0.3 saves three members of ten. */
  public static double gained(Welch plain, Welch adjusted) {
    return 1 - adjusted.error() * adjusted.error() / (plain.error() * plain.error());
  }
}
