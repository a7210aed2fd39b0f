package dev.kopilka.segment;

import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.MemberRows;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody who bought in a window, in the order of their codes: one column a measure.
 *
 * @param members their numbers in this ledger
 */
record Buyers(
    List<String> codes, long[] members, long[] recency, long[] frequency, long[] monetary) {
  /** What was bought, and when last, in milliseconds since 1970 UTC; 0 for never. */
  private record Buyer(long member, String code, long lastAt, long frequency, long monetary) {
    Buyer with(Buyer other) {
      return new Buyer(
          member,
          code,
          Math.max(lastAt, other.lastAt),
          frequency + other.frequency,
          monetary + other.monetary);
    }
  }

  /** What was bought with a card that was merged into another one. */
  private record Card(long member, Buyer buyer) {}

  /**
   * Asks the ledger. A window of so long ends with the day of {@code asOf}, which counts.
   *
   * @param window empty for everything that was ever bought
   */
  static Buyers load(Unit unit, AsOf asOf, Optional<Period> window) {
    var day = asOf.day();
    var from =
        window
            .map(back -> day.minus(back).plusDays(1).atStartOfDay(asOf.zone()).toInstant())
            .map(start -> start.toEpochMilli())
            .orElse(Long.MIN_VALUE);
    var buyers = new HashMap<Long, Buyer>();
    var cards = new ArrayList<Card>();
    new Reports(unit)
        .ask("buyers")
        .with("from", from)
        .with("until", asOf.moment().toEpochMilli())
        .each(
            row -> {
              var buyer = buyer(row);
              if (row.number(3) == 0) buyers.put(row.number(1), buyer);
              else cards.add(new Card(row.number(1), buyer));
            });
    var list = new ArrayList<>(persons(unit, buyers, cards));
    list.removeIf(buyer -> buyer.frequency == 0);
    // Sorted here and not by the database, whose collation of codes may differ from another's.
    list.sort(Comparator.comparing(Buyer::code));
    return columns(list, asOf);
  }

  private static Buyer buyer(Row row) {
    return new Buyer(row.number(1), row.text(2), row.number(4), row.number(5), row.number(6));
  }

  /** Puts what was bought with merged cards to the members whom they belong to. */
  private static Collection<Buyer> persons(Unit unit, Map<Long, Buyer> buyers, List<Card> cards) {
    if (cards.isEmpty()) return buyers.values();
    var members = new MemberRows(unit);
    var merged = members.merged();
    for (var card : cards) {
      var now = card.member;
      while (merged.containsKey(now)) now = merged.get(now);
      var living = members.byNumber(now).orElseThrow();
      if (living.status() == MemberStatus.LEFT) continue;
      var own = buyers.getOrDefault(now, new Buyer(now, living.code(), 0, 0, 0));
      buyers.put(now, own.with(card.buyer));
    }
    return buyers.values();
  }

  private static Buyers columns(List<Buyer> buyers, AsOf asOf) {
    var today = asOf.day().toEpochDay();
    var codes = new ArrayList<String>(buyers.size());
    var size = buyers.size();
    var columns =
        new Buyers(codes, new long[size], new long[size], new long[size], new long[size]);
    for (var i = 0; i < buyers.size(); i++) {
      codes.add(buyers.get(i).code());
      columns.members[i] = buyers.get(i).member();
      columns.recency[i] = today - asOf.day(buyers.get(i).lastAt()).toEpochDay();
      columns.frequency[i] = buyers.get(i).frequency();
      columns.monetary[i] = buyers.get(i).monetary();
    }
    return columns;
  }
}
