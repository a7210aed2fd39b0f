package dev.kopilka.report.cohort;

import dev.kopilka.model.EventKind;
import java.util.Arrays;

/** What one person did, month by month; months are counted from the first one of the ledger. */
final class Person {
  private static final int NEVER = Integer.MAX_VALUE;

  private final boolean[] active;
  private final long[] revenue;
  private int enrolled = NEVER;
  private int bought = NEVER;
  private int earliest = NEVER;
  private int latest = -1;

  Person(int months) {
    this.active = new boolean[months];
    this.revenue = new long[months];
  }

  /** Of several cards the earliest one counts. */
  void enrol(int month) {
    enrolled = Math.min(enrolled, month);
  }

  void add(EventKind kind, int month, long amount) {
    earliest = Math.min(earliest, month);
    latest = Math.max(latest, month);
    if (kind == EventKind.RETURN) {
      revenue[month] = Math.subtractExact(revenue[month], amount);
      return;
    }
    active[month] = true;
    if (kind != EventKind.PURCHASE) return;
    revenue[month] = Math.addExact(revenue[month], amount);
    bought = Math.min(bought, month);
  }

  /** The month of the cohort; one that is not there yet where nothing has begun. */
  int start(Cohorts.By by) {
    return by == Cohorts.By.ENROLMENT ? enrolled : bought;
  }

  /** Puts the person into the cohort that began in that month. */
  void into(Tally tally, int start) {
    tally.members++;
    // A zone that was changed since may have put a purchase into the month before the enrolment.
    var isActive = false;
    for (var month = earliest; month <= Math.min(start, latest); month++) {
      isActive |= active[month];
      tally.spend(0, revenue[month]);
    }
    if (isActive) tally.active[0]++;
    for (var month = Math.max(start + 1, earliest); month <= latest; month++) {
      if (active[month]) tally.active[month - start]++;
      tally.spend(month - start, revenue[month]);
    }
  }

  /** Forgets everything, to be somebody else. */
  void clear() {
    if (latest >= 0) {
      Arrays.fill(active, earliest, latest + 1, false);
      Arrays.fill(revenue, earliest, latest + 1, 0);
    }
    enrolled = NEVER;
    bought = NEVER;
    earliest = NEVER;
    latest = -1;
  }
}
