package dev.kopilka.store.rows;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.account.History;
import dev.kopilka.model.account.Totals;
import dev.kopilka.store.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a member earned, spent and visited since a day, for caps and tiers. */
public final class HistoryRows {
  // 1 is an earning, 2 its return.
  private static final String GIFTS =
      """
      select occurred_at, rule, points
      from entry
      where member = ? and kind in (1, 2) and occurred_at >= ?
      order by seq
      """;
  // 1 is a purchase, 2 its return, 3 an activity.
  private static final String OCCASIONS =
      """
      select occurred_at, amount, kind
      from event
      where member = ? and kind in (1, 2, 3) and occurred_at >= ?
      order by number
      """;

  private final Unit unit;
  private final ZoneId zone;

  public HistoryRows(Unit unit, ZoneId zone) {
    this.unit = unit;
    this.zone = zone;
  }

  /** The past of all of them together: of one person who was taken for several members. */
  public History load(List<Long> members, LocalDate from) {
    var gifts = new ArrayList<History.Gift>();
    var occasions = new ArrayList<History.Occasion>();
    for (var member : members) {
      var one = load(member, from);
      gifts.addAll(one.gifts());
      occasions.addAll(one.occasions());
    }
    return new History(gifts, occasions);
  }

  private History load(long member, LocalDate from) {
    // The programme's first days may lie before 1970; milliseconds do not mind.
    var since = from.atStartOfDay(zone).toInstant().toEpochMilli();
    var gifts = new ArrayList<History.Gift>();
    try (var row = unit.query(GIFTS).set(1, member).set(2, since)) {
      while (row.next()) {
        gifts.add(new History.Gift(day(row.number(1)), row.text(2), row.number(3)));
      }
    }
    var occasions = new ArrayList<History.Occasion>();
    try (var row = unit.query(OCCASIONS).set(1, member).set(2, since)) {
      while (row.next()) {
        var kind = EventKind.of((int) row.number(3));
        var money = row.number(2);
        var spend = kind == EventKind.RETURN ? -money : kind == EventKind.PURCHASE ? money : 0;
        occasions.add(
            new History.Occasion(day(row.number(1)), spend, Totals.isVisit(kind) ? 1 : 0));
      }
    }
    return new History(gifts, occasions);
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }
}
