package dev.kopilka.pilot.measure;

/**
 * The moments of one arm, taken member by member and never kept: the outcome, and what was known of
 * the member before (zero where nothing is).
 *
 * <p>Welford (1962), Technometrics 4: no large sums are subtracted from each other.
 */
public final class Moments {
  private long count;
  private long events;
  private double outcome;
  private double before;
  private double ofOutcome;
  private double ofBefore;
  private double ofBoth;

  public void add(double value) {
    add(value, 0);
  }

  /** One member's outcome, and the same measure of the time before. */
  public void add(double value, double earlier) {
    count++;
    if (value > 0) events++;
    var fromOutcome = value - outcome;
    var fromBefore = earlier - before;
    outcome += fromOutcome / count;
    before += fromBefore / count;
    ofOutcome += fromOutcome * (value - outcome);
    ofBefore += fromBefore * (earlier - before);
    ofBoth += fromOutcome * (earlier - before);
  }

  public long count() {
    return count;
  }

  /** Those whose outcome is more than zero. */
  public long events() {
    return events;
  }

  /** What is known of the outcome alone; needs two members. */
  public Mean mean() {
    return new Mean(count, outcome, ofOutcome / (count - 1));
  }

  /** The mean of what was known before. */
  double before() {
    return before;
  }

  /** The sum of the squares of what was known before, from its mean. */
  double squaresBefore() {
    return ofBefore;
  }

  /** The sum of the products with the outcome, from both means. */
  double products() {
    return ofBoth;
  }
}
