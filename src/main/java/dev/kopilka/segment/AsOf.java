package dev.kopilka.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The moment up to which events count, and the zone whose days it is judged by. */
public record AsOf(Instant moment, ZoneId zone) {
  public LocalDate day() {
    return day(moment.toEpochMilli());
  }

  LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }
}
