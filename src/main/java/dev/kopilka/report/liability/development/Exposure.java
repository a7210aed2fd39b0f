package dev.kopilka.report.liability.development;

import java.util.Arrays;

/**
 * Collects how points are used up by age, in days since they were earned. Points are counted one by
 * one, but those of a lot come and go together, so lots are what the error is counted by.
 */
public final class Exposure {
  /** Longer than any programme; a damaged date must not ask for endless tables. */
  private static final int MOST_DAYS = 40_000;

  // By day: what comes under risk at its start, less what has left before it. Squares are those of
  // a lot's points, which grow beyond a long.
  private long[] points = new long[64];
  private double[] squares = new double[64];
  private long[] redeemed = new long[64];
  private int days;

  /** So many points of one lot are under risk from this age on. */
  public void enter(int age, long points) {
    change(age, 0, points);
  }

  /**
   * Points of a lot are redeemed at this age.
   *
   * @param before points of the lot before that
   * @param amount of them redeemed
   */
  public void redeem(int age, long before, long amount) {
    var at = room(age);
    redeemed[at] += amount;
    change(age + 1, before, before - amount);
  }

  /** A redemption at this age never was: its points are under risk again as if they had stayed. */
  public void restore(int age, long before, long amount) {
    var at = room(age);
    redeemed[at] -= amount;
    change(age + 1, before, before + amount);
  }

  /** Points lapse, are taken back or are seen no longer: until the end of this day they were there. */
  public void leave(int age, long before, long amount) {
    change(age + 1, before, before - amount);
  }

  /** Points go on as another lot, which enters at the same age. */
  public void move(int age, long before, long amount) {
    change(age, before, before - amount);
  }

  private void change(int age, long before, long after) {
    var at = room(age);
    points[at] += after - before;
    squares[at] += (double) after * after - (double) before * before;
  }

  private int room(int age) {
    var at = Math.clamp(age, 0, MOST_DAYS);
    if (at >= points.length) {
      var length = Math.max(at + 1, points.length * 2);
      points = Arrays.copyOf(points, length);
      squares = Arrays.copyOf(squares, length);
      redeemed = Arrays.copyOf(redeemed, length);
    }
    days = Math.max(days, at + 1);
    return at;
  }

  /** What all that was collected says. */
  public Curve curve() {
    var days = known();
    var atRisk = new long[days];
    var hazards = new double[days];
    var errors = new double[days];
    var n = 0L;
    var square = 0.0;
    for (var age = 0; age < days; age++) {
      n += points[age];
      square += squares[age];
      atRisk[age] = n;
      if (n <= 0 || redeemed[age] <= 0) continue;
      var hazard = Math.min(1, (double) redeemed[age] / n);
      hazards[age] = hazard;
      // So many lots of one size would know as much as these lots of different sizes do.
      var lots = Math.clamp((double) n * n / square, 1.0, (double) n);
      errors[age] = hazard * (1 - hazard) / lots;
    }
    return new Curve(atRisk, Arrays.copyOf(redeemed, days), hazards, errors);
  }

  /** So many days from 0 on had points under risk, the last one at least. */
  private int known() {
    var n = 0L;
    var known = 0;
    for (var age = 0; age < days; age++) {
      n += points[age];
      if (n > 0) known = age + 1;
    }
    return known;
  }
}
