package dev.kopilka.screen;

import dev.kopilka.model.value.Days;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One value as text. What is absent - an empty text, an empty Optional, the day that stands for
 * never - is an empty cell, and null in JSON.
 */
public final class Cell {
  /** Stands for a value that is not there. */
  public static final Object ABSENT = "";

  private Cell() {}

  /** The value itself: out of its Optional, and {@link #ABSENT} when it is not there. */
  public static Object plain(Object value) {
    return switch (value) {
      case Optional<?> maybe -> maybe.isPresent() ? plain(maybe.get()) : ABSENT;
      case OptionalLong maybe -> maybe.isPresent() ? (Object) maybe.getAsLong() : ABSENT;
      case OptionalInt maybe -> maybe.isPresent() ? (Object) maybe.getAsInt() : ABSENT;
      case LocalDate day when Days.isNever(day) -> ABSENT;
      default -> value;
    };
  }

  public static boolean isAbsent(Object plain) {
    return plain instanceof String text && text.isEmpty();
  }

  public static boolean isNumber(Object plain) {
    return plain instanceof Number;
  }

  /** The value as text, instants in UTC. */
  public static String text(Object value) {
    return text(value, ZoneOffset.UTC);
  }

  /** The value as text, instants as local time of the zone with its offset. */
  public static String text(Object value, ZoneId zone) {
    return switch (plain(value)) {
      case String text -> text;
      case BigDecimal number -> number.toPlainString();
      case Instant instant -> instant(instant, zone);
      case Enum<?> name -> name.name().toLowerCase(Locale.ROOT);
      case Collection<?> several -> joined(several, zone);
      case Object other -> other.toString();
    };
  }

  private static String joined(Collection<?> several, ZoneId zone) {
    var text = new StringBuilder();
    for (var one : several) {
      if (!text.isEmpty()) text.append(',');
      text.append(text(one, zone));
    }
    return text.toString();
  }

  /** Written by hand: DateTimeFormatter costs a start more than everything else on a short page. */
  private static String instant(Instant instant, ZoneId zone) {
    var offset = zone.getRules().getOffset(instant);
    var local = java.time.LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
    var text = new StringBuilder(29).append(local.toLocalDate()).append('T');
    two(text, local.getHour()).append(':');
    two(text, local.getMinute()).append(':');
    two(text, local.getSecond());
    var millis = instant.getNano() / 1_000_000;
    if (millis > 0) text.append('.').append((char) ('0' + millis / 100));
    if (millis > 0) two(text, millis % 100);
    return text.append(offset.getId()).toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
