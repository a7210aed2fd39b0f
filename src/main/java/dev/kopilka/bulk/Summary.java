package dev.kopilka.bulk;

/**
 * How an import went.
 *
 * @param run its number in this ledger
 * @param file as the caller named it
 * @param tally of the whole file, also where an earlier process did a part of it
 * @param before how many of these rows an earlier process had done
 * @param millis how long this process took
 * @param rejects where rejected rows are
 * @param stopped whether it ended before the file did, because of too many rejects
 */
public record Summary(
    long run, String file, Tally tally, long before, long millis, Rejected rejects, boolean stopped) {

  /**
   * The file of rejected rows.
   *
   * @param file "" when no row was rejected
   * @param isPartial whether what an earlier process had put into it is gone
   */
  public record Rejected(String file, boolean isPartial) {}

  /** Whole rows a second; 0 when the clock did not move. */
  public long rowsPerSecond() {
    return millis == 0 ? 0 : (tally.read() - before) * 1_000 / millis;
  }
}
