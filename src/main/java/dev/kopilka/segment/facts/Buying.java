package dev.kopilka.segment.facts;

import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.segment.AsOf;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.report.Rows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.MemberRows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the purchases that conditions about categories are about, for whoever goes through the
 * members in ascending order. What was bought with a card that was merged into another one counts
 * for the member who has it now.
 */
final class Buying {
  private final List<Counted> asked;
  private final AsOf asOf;
  /** The moment from which each condition counts. */
  private final long[] since;
  private final Map<Long, Long> merged;
  private final Map<Long, long[]> inherited = new HashMap<>();
  private final Rows rows;
  private boolean isMore;

  /** The walk ends with the unit. */
  Buying(Unit unit, Collection<Counted> asked, AsOf asOf) {
    this.asked = List.copyOf(asked);
    this.asOf = asOf;
    this.since = new long[this.asked.size()];
    for (var i = 0; i < since.length; i++) {
      since[i] = this.asked.get(i).since(asOf.day()).map(this::start).orElse(Long.MIN_VALUE);
    }
    merged = new MemberRows(unit).merged();
    if (!merged.isEmpty()) inherit(unit);
    rows = receipts(unit, "receipts");
    isMore = rows.next();
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(asOf.zone()).toInstant().toEpochMilli();
  }

  private Rows receipts(Unit unit, String question) {
    var from = Long.MAX_VALUE;
    for (var one : since) from = Math.min(from, one);
    return new Reports(unit)
        .ask(question)
        .with("from", from)
        .with("until", asOf.moment().toEpochMilli())
        .rows();
  }

  /** Merged cards are few, so what was bought with them is read beforehand. */
  private void inherit(Unit unit) {
    try (var cards = receipts(unit, "receipts_merged")) {
      while (cards.next()) {
        var now = cards.row().number(1);
        while (merged.containsKey(now)) now = merged.get(now);
        count(cards.row(), inherited.computeIfAbsent(now, _ -> new long[since.length]));
      }
    }
  }

  /**
   * How many purchases each condition counts; nothing for a card that was merged into another one.
   * Members before are passed over.
   */
  Map<Counted, Long> of(long member) {
    while (isMore && rows.row().number(1) < member) isMore = rows.next();
    if (merged.containsKey(member)) return Map.of();
    var times = inherited.getOrDefault(member, new long[since.length]);
    for (; isMore && rows.row().number(1) == member; isMore = rows.next()) {
      count(rows.row(), times);
    }
    var counted = new HashMap<Counted, Long>();
    for (var i = 0; i < times.length; i++) {
      if (times[i] > 0) counted.put(asked.get(i), times[i]);
    }
    return counted;
  }

  private void count(Row receipt, long[] times) {
    var at = receipt.number(2);
    var lines = EventRows.lines(receipt.text(3));
    for (var i = 0; i < times.length; i++) {
      if (at < since[i]) continue;
      var categories = asked.get(i).words();
      for (var line : lines) {
        if (!categories.contains(line.category())) continue;
        times[i]++;
        break;
      }
    }
  }
}
