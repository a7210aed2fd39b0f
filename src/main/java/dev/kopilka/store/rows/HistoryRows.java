package dev.kopilka.store.rows;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.account.History;
import dev.kopilka.model.account.History.Day;
import dev.kopilka.model.account.Totals;
import dev.kopilka.store.Listed;
import dev.kopilka.store.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a member earned, spent and visited since a day, for caps and tiers. */
public final class HistoryRows {
  // 1 is an earning, 2 its return.
  private static final String GIFTS =
      """
      select member, occurred_at, rule, points
      from {numbers} asked
      {join} entry on member = asked.value
      where kind in (1, 2) and occurred_at >= ?
      """;
  // 1 is a purchase, 2 its return, 3 an activity, 10 the undoing of one if it says so.
  private static final String OCCASIONS =
      """
      select member, occurred_at, amount, kind, case when kind = 2 then source else '' end,
        case when kind = 10 then attributes else '' end
      from {numbers} asked
      {join} event on member = asked.value
      where (kind in (1, 2, 3) or kind = 10 and attributes <> '') and occurred_at >= ?
      """;

  private final Unit unit;
  private final ZoneId zone;

  public HistoryRows(Unit unit, ZoneId zone) {
    this.unit = unit;
    this.zone = zone;
  }

  public History load(long member, LocalDate from) {
    return load(List.of(member), from).get(member);
  }

  /** The histories of the members from the day on. */
  public Map<Long, History> load(Collection<Long> members, LocalDate from) {
    var asked = Listed.of(members.stream().mapToLong(Long::longValue).sorted().toArray());
    // The programme's first days may lie before 1970; milliseconds do not mind.
    var since = from.atStartOfDay(zone).toInstant().toEpochMilli();
    var days = new HashMap<Long, List<Day>>();
    for (var member : members) days.put(member, new ArrayList<>());
    gifts(asked, since, days);
    occasions(asked, since, days);
    var histories = new HashMap<Long, History>();
    days.forEach((member, theirs) -> histories.put(member, new History(theirs)));
    return histories;
  }

  private void gifts(String asked, long since, Map<Long, List<Day>> days) {
    try (var row = unit.query(GIFTS).set(1, asked).set(2, since)) {
      while (row.next()) {
        days.get(row.number(1)).add(Day.gift(day(row.number(2)), row.text(3), row.number(4)));
      }
    }
  }

  private void occasions(String asked, long since, Map<Long, List<Day>> days) {
    try (var row = unit.query(OCCASIONS).set(1, asked).set(2, since)) {
      while (row.next()) {
        var kind = EventKind.of((int) row.number(4));
        var money = row.number(3);
        var spend = kind == EventKind.RETURN ? -money : kind == EventKind.PURCHASE ? money : 0;
        var visits = Totals.visits(kind, row.text(5), row.text(6));
        days.get(row.number(1)).add(Day.occasion(day(row.number(2)), spend, visits));
      }
    }
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }
}
