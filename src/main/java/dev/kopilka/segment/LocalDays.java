package dev.kopilka.segment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * The day of a moment in one zone, counted since 1970-01-01. Between two changes of the zone's clocks
 * it is a division, and moments that are asked about one after the other mostly lie between the same
 * two.
 */
final class LocalDays {
  private static final long SECOND = 1_000;
  private static final long DAY = 86_400 * SECOND;

  private final ZoneRules rules;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private long offset;

  LocalDays(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /**
   * Answers the day.
   *
   * @param millis since 1970 UTC
   */
  long of(long millis) {
    if (millis < from || millis >= to) look(Instant.ofEpochMilli(millis));
    return Math.floorDiv(millis + offset, DAY);
  }

  private void look(Instant moment) {
    offset = rules.getOffset(moment).getTotalSeconds() * SECOND;
    // The change before the moment is at the moment itself where there is one.
    var before = rules.previousTransition(moment.plusNanos(1));
    var after = rules.nextTransition(moment);
    from = before == null ? Long.MIN_VALUE : before.getInstant().toEpochMilli();
    to = after == null ? Long.MAX_VALUE : after.getInstant().toEpochMilli();
  }
}
