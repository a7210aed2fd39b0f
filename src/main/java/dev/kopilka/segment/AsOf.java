package dev.kopilka.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The moment up to which events count, and the zone whose days it is judged by. */
public record AsOf(Instant moment, ZoneId zone) {
  /** At the last moment of a day. */
  public static AsOf endOf(LocalDate day, ZoneId zone) {
    return new AsOf(day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1), zone);
  }

  public LocalDate day() {
    return day(moment.toEpochMilli());
  }

  LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }
}
