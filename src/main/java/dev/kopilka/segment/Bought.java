package dev.kopilka.segment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** What each member bought, and when last, in the order in which it becomes known. */
final class Bought {
  private static final int FEW = 1_024;

  private final Codes codes = new Codes();
  private long[] members = new long[FEW];
  private long[] lastAt = new long[FEW];
  private long[] frequency = new long[FEW];
  private long[] monetary = new long[FEW];

  /** Adds a member, who has not been added before and has bought nothing yet; answers the place. */
  int add(long member, String code) {
    var place = codes.size();
    if (place == members.length) grow();
    codes.append(code);
    members[place] = member;
    lastAt[place] = Long.MIN_VALUE;
    return place;
  }

  private void grow() {
    var size = members.length + members.length / 2;
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

  /** The places by member number. */
  Map<Long, Integer> places() {
    var places = new HashMap<Long, Integer>(2 * codes.size());
    for (var i = 0; i < codes.size(); i++) places.put(members[i], i);
    return places;
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
