package dev.kopilka.segment;

/**
 * One buyer's measures and scores.
 *
 * @param recencyDays whole days since the last purchase
 * @param frequency purchases
 * @param monetary receipts less returns, in minor units
 * @param segment the name of the scores, "" when the table of names covers none
 */
public record RfmRow(
    String member,
    long recencyDays,
    long frequency,
    long monetary,
    int r,
    int f,
    int m,
    String segment) {
  /** The three scores as one number: 5, 4 and 1 are 541. */
  public int score() {
    return r * 100 + f * 10 + m;
  }
}
