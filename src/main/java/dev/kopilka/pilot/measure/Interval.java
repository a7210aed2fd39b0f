package dev.kopilka.pilot.measure;

/** Between what a figure lies, both ends in the units of the figure. */
public record Interval(double low, double high) {
  /** So much to either side. */
  static Interval around(double middle, double half) {
    return new Interval(middle - half, middle + half);
  }

  /** Whether nothing but one side of zero is in it. */
  public boolean isBesideZero() {
    return low > 0 || high < 0;
  }
}
