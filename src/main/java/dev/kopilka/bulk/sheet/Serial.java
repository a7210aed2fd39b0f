package dev.kopilka.bulk.sheet;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Days and times as spreadsheets keep them: days since a first one, and the part of a day that has
 * gone by. Most count from 1 January 1900 and believe that there was a 29 February in that year;
 * some, born on a Macintosh, count from 1 January 1904.
 */
final class Serial {
  private static final long MILLIS_OF_DAY = 86_400_000;
  private static final long NANOS = 1_000_000;
  private static final long EPOCH_1900 = LocalDate.of(1899, 12, 31).toEpochDay();
  private static final long EPOCH_1904 = LocalDate.of(1904, 1, 1).toEpochDay();

  /** The day that never was, by the number that it has. */
  private static final long NO_DAY = 60;

  /** The last day of the year 9999. */
  private static final long LAST = 2_958_465;

  private Serial() {}

  /**
   * A number as {@code 2026-11-22}, {@code 2026-11-22T14:06:53} or, within the first day, {@code
   * 14:06:53}, to the millisecond; what no spreadsheet could show as a day stays as it is.
   */
  static String iso(String raw, boolean from1904) {
    if (!Numeral.isNumber(raw)) return raw;
    var millis = Math.round(Double.parseDouble(raw) * MILLIS_OF_DAY);
    if (millis < 0 || millis / MILLIS_OF_DAY > LAST) return raw;
    var days = millis / MILLIS_OF_DAY;
    var time = LocalTime.ofNanoOfDay(millis % MILLIS_OF_DAY * NANOS);
    if (days == 0 && !from1904) return time(time);
    var day = from1904 ? LocalDate.ofEpochDay(EPOCH_1904 + days).toString() : day(days);
    return time.equals(LocalTime.MIDNIGHT) ? day : day + "T" + time(time);
  }

  private static String day(long days) {
    if (days == NO_DAY) return "1900-02-29";
    return LocalDate.ofEpochDay(EPOCH_1900 + (days > NO_DAY ? days - 1 : days)).toString();
  }

  /** With its seconds, which {@code toString} leaves out where there are none. */
  private static String time(LocalTime time) {
    return time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
  }
}
