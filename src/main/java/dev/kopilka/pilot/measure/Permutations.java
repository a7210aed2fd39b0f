package dev.kopilka.pilot.measure;

/**
 * How many of all ways to deal the same outcomes to the same two arms give as large a difference:
 * exact where members are few (Efron and Tibshirani 1993, chapter 15).
 *
 * @param all ways
 * @param greater ways in which the treatment is ahead as much or more
 * @param asFar ways in which the difference is as large or larger, on either side
 */
public record Permutations(long all, long greater, long asFar) {
  /** So many ways are counted at most. */
  private static final double MOST = 5_000_000;

  /** Whether the ways are few enough to be counted. */
  public static boolean canBeCounted(long treatment, long control) {
    var ways = 1.0;
    for (var i = 1; i <= Math.min(treatment, control) && ways <= MOST; i++) {
      ways *= (double) (treatment + control + 1 - i) / i;
    }
    return ways <= MOST;
  }

  public static Permutations of(double[] treatment, double[] control) {
    var count = new Counting(treatment, control);
    count.deal(0, 0, 0);
    return new Permutations(count.all, count.greater, count.asFar);
  }

  public double oneSided() {
    return (double) greater / all;
  }

  public double twoSided() {
    return (double) asFar / all;
  }

  private static final class Counting {
    private final double[] values;
    private final int size;
    private final double expected;
    private final double found;
    private final double slack;
    private long all;
    private long greater;
    private long asFar;

    Counting(double[] treatment, double[] control) {
      size = treatment.length;
      values = new double[size + control.length];
      System.arraycopy(treatment, 0, values, 0, size);
      System.arraycopy(control, 0, values, size, control.length);
      var sum = 0.0;
      var largest = 0.0;
      for (var value : values) {
        sum += value;
        largest = Math.max(largest, Math.abs(value));
      }
      expected = sum * size / values.length;
      found = sum(treatment) - expected;
      // Sums in another order differ in their last digits, and are still the same.
      slack = 1e-12 * largest * values.length;
    }

    private static double sum(double[] values) {
      var sum = 0.0;
      for (var value : values) sum += value;
      return sum;
    }

    void deal(int from, int taken, double sum) {
      if (taken == size) {
        all++;
        if (sum - expected >= found - slack) greater++;
        if (Math.abs(sum - expected) >= Math.abs(found) - slack) asFar++;
        return;
      }
      for (var i = from; i <= values.length - (size - taken); i++) {
        deal(i + 1, taken + 1, sum + values[i]);
      }
    }
  }
}
