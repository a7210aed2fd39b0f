package dev.kopilka.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Days and instants as they are typed, in ISO 8601 with ASCII digits only. Read by hand: the JDK's
 * formatters cost a start more than the rest of a short command.
 */
final class Moments {
  private Moments() {}

  static Optional<LocalDate> date(String text) {
    if (!fits(text, "####-##-##")) return Optional.empty();
    try {
      return Optional.of(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** An instant cut to milliseconds; without an offset the time is local to the zone. */
  static Optional<Instant> moment(String text, ZoneId zone) {
    if (text.length() < 10) return Optional.empty();
    var day = date(text.substring(0, 10));
    if (day.isEmpty()) return Optional.empty();
    if (text.length() == 10) return Optional.of(day.get().atStartOfDay(zone).toInstant());
    var rest = text.substring(10);
    var cut = offsetAt(rest);
    try {
      var local = time(day.get(), rest.substring(0, cut));
      var offset = rest.substring(cut);
      if (local.isEmpty()) return Optional.empty();
      var there = offset.isEmpty() ? zone : ZoneOffset.of(offset);
      return Optional.of(local.get().atZone(there).toInstant());
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static int offsetAt(String rest) {
    for (var i = 1; i < rest.length(); i++) {
      var c = rest.charAt(i);
      if (c == 'Z' || c == '+' || c == '-') return i;
    }
    return rest.length();
  }

  /** {@code T12:30}, {@code T12:30:15} or {@code T12:30:15.123456}, a space allowed for the T. */
  private static Optional<LocalDateTime> time(LocalDate day, String text) {
    var isTime = text.length() >= 6 && (text.charAt(0) == 'T' || text.charAt(0) == ' ');
    if (!isTime || !fits(text.substring(1, 6), "##:##")) return Optional.empty();
    var hour = number(text, 1, 3);
    var minute = number(text, 4, 6);
    if (text.length() == 6) return Optional.of(day.atTime(hour, minute));
    if (text.length() < 9 || !fits(text.substring(6, 9), ":##")) return Optional.empty();
    var second = number(text, 7, 9);
    var millis = millis(text.substring(9));
    if (millis < 0) return Optional.empty();
    return Optional.of(day.atTime(hour, minute, second, millis * 1_000_000));
  }

  /** Milliseconds of {@code .123456}, what is finer cut off; 0 for "", -1 for anything else. */
  private static int millis(String text) {
    if (text.isEmpty()) return 0;
    if (text.length() < 2 || text.length() > 10) return -1;
    if (!fits(text, "." + "#".repeat(text.length() - 1))) return -1;
    return number((text.substring(1) + "00"), 0, 3);
  }

  private static boolean fits(String text, String pattern) {
    if (text.length() != pattern.length()) return false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var p = pattern.charAt(i);
      if (p == '#' ? c < '0' || c > '9' : c != p) return false;
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    var number = 0;
    for (var i = from; i < to; i++) number = number * 10 + text.charAt(i) - '0';
    return number;
  }
}
