package dev.kopilka.bulk.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads a day, a time of day and an offset from the front of a text, by hand: a formatter costs ten
 * times as much a row, and takes more than is meant.
 */
final class Moments {
  private static final int FIRST_YEAR = 1900;

  private final String text;
  private int at;

  Moments(String text) {
    this.text = text;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  /** {@code 2026-11-22} or {@code 22.11.2026}; throws {@link DateTimeException} for 31.02. */
  Optional<LocalDate> day() {
    var start = at;
    var first = number(1, 4);
    if (first < 0) return Optional.empty();
    var iso = at - start == 4;
    var sign = iso ? '-' : '.';
    if ((!iso && at - start > 2) || !take(sign)) return Optional.empty();
    var month = iso ? number(2, 2) : number(1, 2);
    if (month < 0 || !take(sign)) return Optional.empty();
    var last = iso ? number(2, 2) : number(4, 4);
    if (last < 0) return Optional.empty();
    var year = iso ? first : last;
    if (year < FIRST_YEAR) return Optional.empty();
    return Optional.of(LocalDate.of(year, month, iso ? last : first));
  }

  /** {@code 9:05}, {@code 14:06:53}, {@code 14:06:53.123}; one digit of the hour as Excel has it. */
  Optional<LocalTime> time() {
    var hour = number(1, 2);
    if (hour < 0 || !take(':')) return Optional.empty();
    var minute = number(2, 2);
    if (minute < 0) return Optional.empty();
    if (!take(':')) return Optional.of(LocalTime.of(hour, minute));
    var second = number(2, 2);
    if (second < 0) return Optional.empty();
    if (!take('.') && !take(',')) return Optional.of(LocalTime.of(hour, minute, second));
    var start = at;
    var fraction = number(1, 9);
    if (fraction < 0) return Optional.empty();
    for (var digits = at - start; digits < 9; digits++) fraction *= 10;
    return Optional.of(LocalTime.of(hour, minute, second, fraction));
  }

  boolean takeTimeSeparator() {
    return take('T') || take(' ') || take('t');
  }

  /** The instant of a local time: by the offset that follows, or in the zone when none does. */
  Optional<Instant> instant(LocalDate day, LocalTime time, ZoneId zone) {
    // A local time that the clocks skipped is taken as the till showed it: later by the gap.
    if (isAtEnd()) return Optional.of(cut(day.atTime(time).atZone(zone).toInstant()));
    var offset = offset();
    return offset.isPresent() && isAtEnd()
        ? Optional.of(cut(day.atTime(time).toInstant(offset.get())))
        : Optional.empty();
  }

  private static Instant cut(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private Optional<ZoneOffset> offset() {
    if (take('Z') || take('z')) return Optional.of(ZoneOffset.UTC);
    take(' ');
    var sign = take('+') ? 1 : take('-') ? -1 : 0;
    if (sign == 0) return Optional.empty();
    var hours = number(2, 2);
    if (hours < 0) return Optional.empty();
    var colon = take(':');
    if (!colon && isAtEnd()) return Optional.of(ZoneOffset.ofHours(sign * hours));
    var minutes = number(2, 2);
    return minutes < 0
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
  }

  private boolean take(char wanted) {
    if (at == text.length() || text.charAt(at) != wanted) return false;
    at++;
    return true;
  }

  /** As many ASCII digits as there are, up to {@code most}; -1 when fewer than {@code least}. */
  private int number(int least, int most) {
    var start = at;
    var value = 0;
    while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    return at - start < least ? -1 : value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
