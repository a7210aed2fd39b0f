package dev.kopilka.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stretches of local days that follow on each other, told apart by their boundaries in time. */
public final class Periods {
  /** First and last day, both included. */
  public record Period(LocalDate from, LocalDate to) {}

  private final List<Period> periods;
  private final long[] starts;
  private int latest;

  private Periods(List<Period> periods, ZoneId zone) {
    this.periods = List.copyOf(periods);
    this.starts = new long[periods.size() + 1];
    for (var i = 0; i < periods.size(); i++) starts[i] = start(periods.get(i).from(), zone);
    starts[periods.size()] = start(periods.getLast().to().plusDays(1), zone);
  }

  private static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** Periods of which each begins on the day after the one before it. */
  static Periods of(List<Period> periods, ZoneId zone) {
    return new Periods(periods, zone);
  }

  /** The days as one period. */
  public static Periods whole(Period days, ZoneId zone) {
    return new Periods(List.of(days), zone);
  }

  /** The days by calendar month; the first and the last month may be cut. */
  public static Periods months(Period days, ZoneId zone) {
    var months = new ArrayList<Period>();
    for (var first = days.from(); !first.isAfter(days.to()); ) {
      var next = first.withDayOfMonth(1).plusMonths(1);
      var last = next.minusDays(1);
      months.add(new Period(first, last.isAfter(days.to()) ? days.to() : last));
      first = next;
    }
    return new Periods(months, zone);
  }

  public int count() {
    return periods.size();
  }

  public Period get(int i) {
    return periods.get(i);
  }

  /** The first moment of the first period, in milliseconds. */
  public long start() {
    return starts[0];
  }

  /** The last millisecond of the last period. */
  public long end() {
    return starts[starts.length - 1] - 1;
  }

  /** Which period the moment lies in: -1 before the first, {@link #count} after the last. */
  public int of(long millis) {
    // A member's events mostly follow on each other in time, so the last answer is a good guess.
    if (millis >= starts[latest] && millis < starts[latest + 1]) return latest;
    var found = Arrays.binarySearch(starts, millis);
    var period = found >= 0 ? found : -found - 2;
    if (period >= 0 && period < count()) latest = period;
    return period;
  }
}
