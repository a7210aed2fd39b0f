package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.rows.MemberRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each participant bought, and when last. Who takes part and what was bought are read one after
 * the other and put together here: a database would take longer to join them.
 */
final class Bought {
  /** Room is made for so many beforehand, and for more as they come. */
  private static final long MOST = 10_000_000;

  private final Codes codes;
  private long[] members;
  private long[] lastAt;
  private long[] frequency;
  private long[] monetary;

  // Where a number is looked for, empty until it is: the members themselves if they came in order.
  private long[] sorted = {};
  private Optional<int[]> places = Optional.empty();
  private boolean isSorted = true;
  private int next;

  /**
   * @param expected how many members there will be, as far as anybody knows
   */
  Bought(int expected) {
    this.codes = new Codes(expected);
    this.members = new long[expected];
    this.lastAt = new long[expected];
    this.frequency = new long[expected];
    this.monetary = new long[expected];
  }

  /** All who take part, and have bought nothing yet. For who may not read codes, others stand in. */
  static Bought nothing(Unit unit) {
    // Members are numbered one after the other.
    var bought = new Bought((int) Math.min(MOST, new MemberRows(unit).last()));
    var reports = new Reports(unit);
    reports
        .ask(reports.isNaming() ? "participants" : "participants_unnamed")
        .eachAtOnce(row -> bought.add(row.number(1), row.text(2)));
    return bought;
  }

  /** Adds a member, who has not been added before and has bought nothing yet. */
  void add(long member, String code) {
    var place = codes.size();
    if (place == members.length) grow();
    isSorted = isSorted && (place == 0 || members[place - 1] < member);
    codes.append(code);
    members[place] = member;
    lastAt[place] = Long.MIN_VALUE;
  }

  private void sort() {
    sorted = members;
    if (isSorted) return;
    var order = Classes.order(Arrays.copyOf(members, codes.size()));
    sorted = Arrays.stream(order).mapToLong(place -> members[place]).toArray();
    places = Optional.of(order);
  }

  /** Where the member stands; -1 for who does not take part. */
  int place(long member) {
    // What was bought comes in about the order of the members as well.
    if (next < codes.size() && members[next] == member) return next++;
    if (sorted.length == 0) sort();
    var found = Arrays.binarySearch(sorted, 0, codes.size(), member);
    if (found < 0) return -1;
    var place = places.isPresent() ? places.get()[found] : found;
    next = place + 1;
    return place;
  }

  private void grow() {
    var size = members.length + members.length / 2 + 1;
    members = Arrays.copyOf(members, size);
    lastAt = Arrays.copyOf(lastAt, size);
    frequency = Arrays.copyOf(frequency, size);
    monetary = Arrays.copyOf(monetary, size);
  }

  /**
   * Adds what the member at that place bought with one card.
   *
   * @param last milliseconds since 1970 UTC, of no account without a purchase
   * @param purchases how many
   * @param money receipts less returns, in minor units
   */
  void buy(int place, long last, long purchases, long money) {
    if (purchases > 0) lastAt[place] = Math.max(lastAt[place], last);
    frequency[place] += purchases;
    monetary[place] = Math.addExact(monetary[place], money);
  }

  /** Those who did buy, in the order of their codes, as they are seen on the day. */
  Buyers until(AsOf asOf) {
    var order = inOrder();
    var size = order.length;
    var buyers =
        new Buyers(
            codes.at(order), new long[size], new long[size], new long[size], new long[size]);
    var days = new LocalDays(asOf.zone());
    var today = asOf.day().toEpochDay();
    for (var i = 0; i < size; i++) {
      var place = order[i];
      buyers.members()[i] = members[place];
      buyers.recency()[i] = today - days.of(lastAt[place]);
      buyers.frequency()[i] = frequency[place];
      buyers.monetary()[i] = monetary[place];
    }
    return buyers;
  }

  /** Sorted here and not by the database, whose collation of codes may differ from another's. */
  private int[] inOrder() {
    var all = IntStream.range(0, codes.size());
    if (codes.areAscending()) return buyers(all);
    // A server answers in an order of its own. Who was enrolled later has the later code, as a rule.
    var byNumber = Classes.order(Arrays.copyOf(members, codes.size()));
    if (codes.at(byNumber).areAscending()) return buyers(Arrays.stream(byNumber));
    var texts = codes.toArray(String[]::new);
    return buyers(all.boxed().sorted(Comparator.comparing(i -> texts[i])).mapToInt(i -> i));
  }

  private int[] buyers(IntStream places) {
    return places.filter(place -> frequency[place] > 0).toArray();
  }
}
