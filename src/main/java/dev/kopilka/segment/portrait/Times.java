package dev.kopilka.segment.portrait;

import java.time.Instant;
import java.time.ZoneId;

/** How often something was done on each weekday, Monday first, and in each hour. */
final class Times {
  private static final int SECONDS_OF_HOUR = 3600;
  private static final int SECONDS_OF_DAY = 24 * SECONDS_OF_HOUR;
  private static final int WEEK = 7;
  // The first of January 1970 was a Thursday; weeks begin with Monday.
  private static final int THURSDAY = 3;

  final long[] weekdays = new long[WEEK];
  final long[] hours = new long[24];
  private boolean hasTimeOfDay;

  /** The second of the week, by the clocks of the zone. */
  static int secondOfWeek(long millis, ZoneId zone) {
    var instant = Instant.ofEpochMilli(millis);
    var local = instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
    return (int) Math.floorMod(local + (long) THURSDAY * SECONDS_OF_DAY, (long) WEEK * SECONDS_OF_DAY);
  }

  void add(int secondOfWeek) {
    var second = secondOfWeek % SECONDS_OF_DAY;
    weekdays[secondOfWeek / SECONDS_OF_DAY]++;
    hours[second / SECONDS_OF_HOUR]++;
    hasTimeOfDay |= second > 0;
  }

  void add(Times other) {
    for (var i = 0; i < weekdays.length; i++) weekdays[i] += other.weekdays[i];
    for (var i = 0; i < hours.length; i++) hours[i] += other.hours[i];
    hasTimeOfDay |= other.hasTimeOfDay;
  }

  /** Whether any was said more exactly than by its day. */
  boolean hasTimeOfDay() {
    return hasTimeOfDay;
  }
}
