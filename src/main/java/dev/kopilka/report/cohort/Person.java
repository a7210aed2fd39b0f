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

  Person(int months) {
    this.active = new boolean[months];
    this.revenue = new long[months];
  }

  /** Of several cards the earliest one counts. */
  void enrol(int month) {
    enrolled = Math.min(enrolled, month);
  }

  void add(EventKind kind, int month, long amount) {
    if (kind == EventKind.RETURN) {
      revenue[month] = Math.subtractExact(revenue[month], amount);
      return;
    }
    active[month] = true;
    if (kind != EventKind.PURCHASE) return;
    revenue[month] = Math.addExact(revenue[month], amount);
    bought = Math.min(bought, month);
  }

  /** Puts the person into the cohort where he or she belongs, if there is one yet. */
  void into(Tally[] tallies, Cohorts.By by) {
    var start = by == Cohorts.By.ENROLMENT ? enrolled : bought;
    if (start >= tallies.length) return;
    var tally = tallies[start];
    tally.members++;
    // A zone that was changed since may have put a purchase into the month before the enrolment.
    var isActive = false;
    for (var month = 0; month <= start; month++) {
      isActive |= active[month];
      tally.spend(0, revenue[month]);
    }
    if (isActive) tally.active[0]++;
    for (var month = start + 1; month < active.length; month++) {
      if (active[month]) tally.active[month - start]++;
      tally.spend(month - start, revenue[month]);
    }
  }

  /** Forgets everything, to be somebody else. */
  void clear() {
    Arrays.fill(active, false);
    Arrays.fill(revenue, 0);
    enrolled = NEVER;
    bought = NEVER;
  }
}
