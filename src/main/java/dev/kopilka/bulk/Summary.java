package dev.kopilka.bulk;

/**
 * How an import went.
 *
 * @param run its number in this ledger
 * @param file as the caller named it
 * @param millis how long it took
 * @param rejectsFile "" when no row was rejected
 * @param stopped whether it ended before the file did, because of too many rejects
 */
public record Summary(
    long run, String file, Tally tally, long millis, String rejectsFile, boolean stopped) {

  /** Of a run that has not begun. */
  public static final Summary NONE = new Summary(0, "", Tally.NONE, 0, "", false);

  /** Whole rows a second; 0 when the clock did not move. */
  public long rowsPerSecond() {
    return millis == 0 ? 0 : tally.read() * 1_000 / millis;
  }
}
