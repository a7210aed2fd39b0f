package dev.kopilka.screen;

import dev.kopilka.screen.format.Named;
import dev.kopilka.screen.format.Shade;
import dev.kopilka.model.value.Days;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
 *
 * <p>Types are told apart by {@code instanceof} and not by a switch: a switch over types makes a
 * class of its own at each start, which no cache keeps.
 */
public final class Cell {
  /** Stands for a value that is not there. */
  public static final Object ABSENT = "";

  private Cell() {}

  /** The value itself: out of its Optional, and {@link #ABSENT} when it is not there. */
  public static Object plain(Object value) {
    // Nearly all are, and long lists ask for each of their cells.
    if (value instanceof String || value instanceof Number) return value;
    if (value instanceof Optional<?> maybe) return maybe.isPresent() ? plain(maybe.get()) : ABSENT;
    if (value instanceof OptionalLong maybe) return maybe.isPresent() ? maybe.getAsLong() : ABSENT;
    if (value instanceof OptionalInt maybe) return maybe.isPresent() ? maybe.getAsInt() : ABSENT;
    if (value instanceof Named named) return named.code();
    if (value instanceof LocalDate day && Days.isNever(day)) return ABSENT;
    return value;
  }

  public static boolean isAbsent(Object plain) {
    return plain instanceof String text && text.isEmpty();
  }

  public static boolean isNumber(Object plain) {
    return plain instanceof Number || plain instanceof Amount;
  }

  /** The value as text, instants in UTC. */
  public static String text(Object value) {
    return text(value, ZoneOffset.UTC);
  }

  /** The value as text, instants as local time of the zone with its offset. */
  public static String text(Object value, ZoneId zone) {
    var plain = plain(value);
    if (plain instanceof String text) return text;
    if (plain instanceof BigDecimal number) return number.toPlainString();
    if (isNumber(plain)) return plain.toString();
    if (plain instanceof Instant instant) return instant(instant, zone);
    if (plain instanceof Enum<?> name) return name.name().toLowerCase(Locale.ROOT);
    if (plain instanceof Collection<?> several) return joined(several, zone);
    return plain.toString();
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
    var local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
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

  /**
   * A shade stays where colours are laid on, a name where there are pictures of codes; elsewhere
   * each is the value alone.
   */
  static Object shown(Object value, Style style) {
    if (value instanceof Named && style.format() == Format.HTML) return value;
    var plain = plain(value);
    if (!(plain instanceof Shade shade)) return plain;
    return style.format() == Format.TABLE && style.paints().data() ? shade : plain(shade.value());
  }
}
