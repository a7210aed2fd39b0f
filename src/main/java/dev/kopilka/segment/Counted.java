package dev.kopilka.segment;

import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;

/**
 * What everybody bought between two moments, counted event by event: right of any time, and as slow
 * as there are events.
 */
final class Counted {
  /** What was bought with a card that was merged into another one. */
  private record Card(long member, long lastAt, long frequency, long monetary) {}

  private final Bought bought = new Bought();
  private final List<Card> cards = new ArrayList<>();

  private Counted() {}

  /**
   * Walks over the events.
   *
   * @param from milliseconds since 1970 UTC, as {@code until}; both count
   */
  static Bought load(Unit unit, long from, long until) {
    var counted = new Counted();
    new Reports(unit)
        .ask("buyers")
        .with("from", from)
        .with("until", until)
        .each(counted::take);
    if (!counted.cards.isEmpty()) counted.give(new MemberRows(unit));
    return counted.bought;
  }

  private void take(Row row) {
    var isMerged = row.number(3) != 0;
    if (isMerged) {
      cards.add(new Card(row.number(1), row.number(4), row.number(5), row.number(6)));
    } else {
      var place = bought.add(row.number(1), row.text(2));
      bought.buy(place, row.number(4), row.number(5), row.number(6));
    }
  }

  /** Puts what was bought with merged cards to the members whom they belong to. */
  private void give(MemberRows members) {
    var merged = members.merged();
    var places = bought.places();
    for (var card : cards) {
      var now = card.member;
      while (merged.containsKey(now)) now = merged.get(now);
      var living = members.byNumber(now).orElseThrow();
      var isThere =
          living.status() == MemberStatus.ACTIVE || living.status() == MemberStatus.BLOCKED;
      if (!isThere) continue;
      var place = places.computeIfAbsent(now, _ -> bought.add(living.number(), living.code()));
      bought.buy(place, card.lastAt, card.frequency, card.monetary);
    }
  }
}
