package dev.kopilka.segment.facts;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.segment.AsOf;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Holders;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Counts activities and redemptions that conditions are about, for whoever goes through the members
 * in ascending order. What was done with a card that was merged since counts for the member who has
 * it now; what was taken back, with whichever card, never happened.
 */
final class Deeds {
  private final List<Counted> asked;
  private final AsOf asOf;

  /** The moment from which each condition counts. */
  private final long[] since;

  private final Holders holders;
  private final Map<Long, List<Deed>> inherited = new HashMap<>();
  private final ByMember<Deed> rows;

  /**
   * An event.
   *
   * @param name as a reversal refers to it; of a reversal, what it takes back
   */
  private record Deed(long member, EventKind kind, long at, String name, String subject) {
    boolean isReversal() {
      return kind == EventKind.REVERSAL;
    }

    /** Points that pay a part of a receipt are a redemption of no reward, as captures are. */
    boolean isOf(Counted condition) {
      return (condition.field() == Field.DID) == (kind == EventKind.ACTIVITY)
          && (condition.words().isEmpty() || condition.words().contains(subject));
    }
  }

  /** The walk ends with the unit. */
  Deeds(Unit unit, Collection<Counted> asked, AsOf asOf) {
    this.asked = List.copyOf(asked);
    this.asOf = asOf;
    this.since = new long[this.asked.size()];
    for (var i = 0; i < since.length; i++) {
      since[i] = this.asked.get(i).since(asOf.day()).map(this::start).orElse(Long.MIN_VALUE);
    }
    holders = Holders.load(unit);
    if (!holders.isEmpty()) inherit(walk(unit, "deeds_merged"));
    rows = new ByMember<>(walk(unit, "deeds"), Deed::member);
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(asOf.zone()).toInstant().toEpochMilli();
  }

  private Iterator<Deed> walk(Unit unit, String question) {
    var from = Long.MAX_VALUE;
    for (var one : since) from = Math.min(from, one);
    return new Reports(unit)
        .ask(question)
        .with("from", from)
        .with("until", asOf.moment().toEpochMilli())
        .walk(Deeds::deed);
  }

  private static Deed deed(Row row) {
    var kind = EventKind.of(Math.toIntExact(row.number(2)));
    var name =
        kind == EventKind.REVERSAL
            ? row.text(6)
            : new Key(row.text(4), row.text(5)).named(EventKind.REDEMPTION.defaultSource());
    return new Deed(row.number(1), kind, row.number(3), name, row.text(7));
  }

  /** Merged cards are few, so what was done with them is read beforehand. */
  private void inherit(Iterator<Deed> merged) {
    while (merged.hasNext()) {
      var deed = merged.next();
      inherited.computeIfAbsent(holders.of(deed.member), _ -> new ArrayList<>()).add(deed);
    }
  }

  /** How often each condition's deeds were done; nothing for a card that was merged since. */
  Map<Counted, Long> of(long member) {
    var own = rows.of(member);
    if (holders.isMerged(member)) return Map.of();
    var all = new ArrayList<>(inherited.getOrDefault(member, List.of()));
    all.addAll(own);
    var takenBack = new HashSet<String>();
    for (var deed : all) if (deed.isReversal()) takenBack.add(deed.name);
    var counted = new HashMap<Counted, Long>();
    for (var deed : all) {
      if (!deed.isReversal() && !takenBack.contains(deed.name)) count(deed, counted);
    }
    return counted;
  }

  private void count(Deed deed, Map<Counted, Long> counted) {
    for (var i = 0; i < since.length; i++) {
      var condition = asked.get(i);
      if (deed.at >= since[i] && deed.isOf(condition)) counted.merge(condition, 1L, Long::sum);
    }
  }
}
