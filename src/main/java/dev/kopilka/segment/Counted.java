package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What everybody bought between two moments, counted event by event: right of any time, and as slow
 * as there are events.
 */
final class Counted {
  /** What was bought with a card whose holder does not take part, or has another one since. */
  private record Card(long member, long lastAt, long frequency, long monetary) {}

  private final Bought bought;
  private final List<Card> cards = new ArrayList<>();

  private Counted(Bought bought) {
    this.bought = bought;
  }

  /**
   * Walks over the events.
   *
   * @param from milliseconds since 1970 UTC, as {@code until}; both count
   */
  static Bought load(Unit unit, long from, long until) {
    var counted = new Counted(Bought.nothing(unit));
    new Reports(unit)
        .ask("buyers")
        .with("from", from)
        .with("until", until)
        .eachAtOnce(counted::take);
    if (!counted.cards.isEmpty()) counted.give(new MemberRows(unit).merged());
    return counted.bought;
  }

  private void take(Row row) {
    var card = new Card(row.number(1), row.number(2), row.number(3), row.number(4));
    var place = bought.place(card.member);
    if (place < 0) cards.add(card);
    else bought.buy(place, card.lastAt, card.frequency, card.monetary);
  }

  /** Puts what was bought with merged cards to the members whom they belong to. */
  private void give(Map<Long, Long> merged) {
    for (var card : cards) {
      var now = card.member;
      while (merged.containsKey(now)) now = merged.get(now);
      var place = bought.place(now);
      if (place >= 0) bought.buy(place, card.lastAt, card.frequency, card.monetary);
    }
  }
}
