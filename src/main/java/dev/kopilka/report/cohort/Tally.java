package dev.kopilka.report.cohort;

/** The sums of one cohort while it is counted, by months since it began. */
final class Tally {
  long members;
  final long[] active;
  final long[] revenue;

  Tally(int months) {
    this.active = new long[months];
    this.revenue = new long[months];
  }

  void spend(int since, long amount) {
    revenue[since] = Math.addExact(revenue[since], amount);
  }
}
