package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.MemberRows;
import java.util.Arrays;

/** What was bought with each card, and when last; who takes part is another question. */
final class Bought {
  // By the member's number: numbers are given out one after the other.
  private long[] lastAt;
  private long[] frequency;
  private long[] monetary;

  /**
   * @param last the highest number that is expected; there is room for more as they come
   */
  Bought(int last) {
    this.lastAt = new long[last + 1];
    this.frequency = new long[last + 1];
    this.monetary = new long[last + 1];
  }

  /**
   * Counts it between two moments, event by event: right of any time, and as slow as there are
   * events.
   *
   * @param from milliseconds since 1970 UTC, as {@code until}; both count
   */
  static Bought counted(Unit unit, long from, long until) {
    var bought = new Bought(Participants.expected(unit));
    new Reports(unit)
        .ask("buyers")
        .with("from", from)
        .with("until", until)
        .eachAtOnce(bought::take);
    var merged = new MemberRows(unit).merged();
    for (var card : merged.keySet()) {
      var now = card;
      while (merged.containsKey(now)) now = merged.get(now);
      bought.give(card, now);
    }
    return bought;
  }

  /** Adds a row: the member, and what is said of them in the order of {@link #buy}. */
  void take(Row row) {
    buy(row.number(1), row.number(2), row.number(3), row.number(4));
  }

  /**
   * Adds what the member bought.
   *
   * @param last milliseconds since 1970 UTC, of no account without a purchase
   * @param purchases how many
   * @param money receipts less returns, in minor units
   */
  void buy(long member, long last, long purchases, long money) {
    var number = Math.toIntExact(member);
    if (number >= lastAt.length) grow(number);
    if (purchases > 0) {
      lastAt[number] = frequency[number] == 0 ? last : Math.max(lastAt[number], last);
      frequency[number] += purchases;
    }
    monetary[number] = Math.addExact(monetary[number], money);
  }

  /** Gives what was bought with a card to the member whom it belongs to. */
  void give(long card, long member) {
    if (card >= lastAt.length) return;
    var number = (int) card;
    buy(member, lastAt[number], frequency[number], monetary[number]);
    frequency[number] = 0;
    monetary[number] = 0;
  }

  private void grow(int number) {
    var size = Math.addExact(number, number / 2 + 1);
    lastAt = Arrays.copyOf(lastAt, size);
    frequency = Arrays.copyOf(frequency, size);
    monetary = Arrays.copyOf(monetary, size);
  }

  /** One more than the highest number that may have bought. */
  int end() {
    return frequency.length;
  }

  boolean hasBought(int member) {
    return member < frequency.length && frequency[member] > 0;
  }

  /** When the member bought last, in milliseconds since 1970 UTC; of no account for who never did. */
  long lastAt(int member) {
    return lastAt[member];
  }

  /** The days since each of these bought last, as seen on the day. */
  long[] recency(int[] members, AsOf asOf) {
    var days = new LocalDays(asOf.zone());
    var today = asOf.day().toEpochDay();
    var recency = new long[members.length];
    for (var i = 0; i < members.length; i++) recency[i] = today - days.of(lastAt[members[i]]);
    return recency;
  }

  /** How often each of these bought. */
  long[] frequency(int[] members) {
    return of(members, frequency);
  }

  /** For how much each of these bought. */
  long[] monetary(int[] members) {
    return of(members, monetary);
  }

  private static long[] of(int[] members, long[] values) {
    var some = new long[members.length];
    for (var i = 0; i < members.length; i++) some[i] = values[members[i]];
    return some;
  }
}
