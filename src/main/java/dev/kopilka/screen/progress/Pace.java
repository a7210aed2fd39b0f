package dev.kopilka.screen.progress;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast it goes and how long it takes, and whether it is time to say so again.
 *
 * @param nanos a clock that only runs forward
 * @param start what it showed at the start
 * @param total bytes to take; 0 when nobody knows
 */
record Pace(LongSupplier nanos, long start, long total) {
  private static final long SECOND = 1_000_000_000L;

  static Pace from(LongSupplier nanos, long total) {
    return new Pace(nanos, nanos.getAsLong(), total);
  }

  private long elapsed() {
    return Math.max(1, nanos.getAsLong() - start);
  }

  /** How often so long a time has passed since the start. */
  long times(Duration every) {
    return elapsed() / every.toNanos();
  }

  long perSecond(long rows) {
    return rows * SECOND / Math.max(SECOND, elapsed());
  }

  /** Seconds that are left if it goes on like this; -1 when nobody knows. */
  long secondsLeft(long done) {
    if (total <= 0 || done <= 0) return -1;
    var left = Math.max(0, total - done);
    // Nanoseconds times bytes would run over a long; a guess needs no more digits than a double has.
    return (long) ((double) elapsed() / SECOND * left / done);
  }

  /** Whole percents done; -1 when nobody knows. */
  long percent(long done) {
    return total <= 0 ? -1 : Math.min(100, done * 100 / total);
  }
}
