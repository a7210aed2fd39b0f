package dev.kopilka.pilot.measure;

/** Values below which given shares of a sample lie. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * Between the two nearest values in proportion: type 7 of Hyndman and Fan (1996), The American
   * Statistician 50.
   *
   * @param sorted at least one value
   * @param share from 0 to 1
   */
  public static double of(double[] sorted, double share) {
    var place = share * (sorted.length - 1);
    var floor = (int) Math.floor(place);
    if (floor == sorted.length - 1) return sorted[floor];
    return sorted[floor] + (place - floor) * (sorted[floor + 1] - sorted[floor]);
  }
}
