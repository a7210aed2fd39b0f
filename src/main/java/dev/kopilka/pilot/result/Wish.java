package dev.kopilka.pilot.result;

/**
 * How outcomes are to be compared.
 *
 * @param isShare whether an outcome is yes or no, 1 or 0
 * @param level so often an interval is to hold what is true, 0.95 for example
 * @param isExact whether the test is to count all tables or ways instead of approximating
 * @param usesBefore whether what was known before is taken out of the outcomes
 * @param seed of the draws
 * @param draws how many
 */
public record Wish(
    boolean isShare,
    double level,
    Span span,
    boolean isExact,
    boolean usesBefore,
    long seed,
    int draws) {
  /** How the interval of a difference is computed. */
  public enum Span {
    NEWCOMBE,
    WALD,
    WELCH,
    BOOTSTRAP
  }

  /** Whether each outcome must be kept. */
  public boolean keeps() {
    return span == Span.BOOTSTRAP || isExact && !isShare;
  }
}
