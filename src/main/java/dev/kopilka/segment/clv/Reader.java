package dev.kopilka.segment.clv;

import dev.kopilka.model.EventKind;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.clv.estimate.Histories;
import dev.kopilka.segment.clv.estimate.Histories.Span;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.MemberRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the ledger's purchases by member. What was bought with a card that was merged into another
 * one belongs to the member who has it now; only these wait until all is read.
 */
final class Reader {
  private final AsOf asOf;
  private final Gathering gathering;
  private final Map<Long, Long> merged;
  private final Set<Long> living;
  private final Map<Long, Purchases> waiting = new TreeMap<>();
  private Purchases purchases = new Purchases();
  private long member = Long.MIN_VALUE;

  private Reader(AsOf asOf, Gathering gathering, Map<Long, Long> merged) {
    this.asOf = asOf;
    this.gathering = gathering;
    this.merged = merged;
    this.living = new HashSet<>(merged.values());
  }

  static Histories read(Unit unit, ClvTerms terms) {
    var asOf = terms.asOf();
    var end = asOf.day();
    var last = terms.holdoutTo().orElse(end);
    var from = terms.from().orElse(LocalDate.EPOCH.minusYears(1000));
    var span = new Span((int) from.toEpochDay(), (int) end.toEpochDay(), (int) last.toEpochDay());
    var gathering = new Gathering(span);
    var members = new MemberRows(unit);
    var reader = new Reader(asOf, gathering, members.merged());
    var until = last.plusDays(1).atStartOfDay(asOf.zone()).toInstant().toEpochMilli() - 1;
    new Reports(unit)
        .ask("purchases")
        .with("from", from.atStartOfDay(asOf.zone()).toInstant().toEpochMilli())
        .with("known", asOf.moment().toEpochMilli())
        .with("until", terms.holdoutTo().isEmpty() ? asOf.moment().toEpochMilli() : until)
        .with("purchases", EventKind.PURCHASE.defaultSource())
        // A colon in the statement itself would be taken for a parameter.
        .with("colon", ":")
        .eachAtOnce(reader::add);
    reader.finish();
    reader.waiting.forEach(
        (number, all) -> {
          var status = members.byNumber(number).orElseThrow().status();
          if (status.takesPart()) {
            gathering.take(number, all);
          }
        });
    return gathering.sorted(Codes.read(unit)::of);
  }

  private void add(Row row) {
    if (row.number(1) != member) {
      finish();
      member = row.number(1);
    }
    if (row.number(2) == EventKind.PURCHASE.number()) {
      purchases.buy(day(row.number(3)), row.number(4));
    } else {
      purchases.giveBack(day(row.number(3)), row.number(4));
    }
  }

  private void finish() {
    if (member == Long.MIN_VALUE) return;
    var now = member;
    while (merged.containsKey(now)) now = merged.get(now);
    if (now == member && !living.contains(member)) gathering.take(member, purchases);
    else waiting.computeIfAbsent(now, _ -> new Purchases()).addAll(purchases);
    purchases = new Purchases();
  }

  private int day(long millis) {
    return (int) Instant.ofEpochMilli(millis).atZone(asOf.zone()).toLocalDate().toEpochDay();
  }
}
