package dev.kopilka.ledger;

import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.KeyRows.Known;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Follows merged members: who they are now, and which of their lots became which. */
final class Lineage {
  private final Unit unit;
  private final Function<Key, Optional<Known>> known;
  private Optional<Map<Long, Long>> merged = Optional.empty();
  private final Map<Long, List<Long>> joined = new HashMap<>();

  /**
   * @param known the registry of ids as the transaction sees it
   */
  Lineage(Unit unit, Function<Key, Optional<Known>> known) {
    this.unit = unit;
    this.known = known;
  }

  /** Asked for when it is first needed: whoever is to be booked for is held by then. */
  private Map<Long, Long> merged() {
    if (merged.isEmpty()) {
      merged = Optional.of(new MemberRows(unit.reader()).merged());
      gather();
    }
    return merged.get();
  }

  /** The member who the person is now: the same one where there was no merge. */
  long living(long member) {
    var now = member;
    while (merged().containsKey(now)) now = merged().get(now);
    return now;
  }

  /** The member and all who were merged into it, one after the other. */
  List<Long> persons(long member) {
    merged();
    var others = joined.get(member);
    if (others == null) return List.of(member);
    var persons = new ArrayList<Long>(List.of(member));
    persons.addAll(others);
    return persons;
  }

  /** Asked for each member of an import, so it is known beforehand who came to whom. */
  private void gather() {
    joined.clear();
    var all = merged.orElseThrow();
    for (var one : all.keySet()) {
      for (var now = one; all.containsKey(now); now = all.get(now)) {
        joined.computeIfAbsent(all.get(now), _ -> new ArrayList<>()).add(one);
      }
    }
  }

  /** Whether the one was merged into the other, directly or by way of others. */
  boolean leads(long one, long to) {
    var all = merged();
    for (var now = one; all.containsKey(now); now = all.get(now)) {
      if (all.get(now) == to) return true;
    }
    return false;
  }

  void merge(long member, long into) {
    merged().put(member, into);
    gather();
  }

  void unmerge(long member) {
    merged().remove(member);
    gather();
  }

  /**
   * A member who took over what another one had.
   *
   * @param lots by the number that it had with the first one: the number that the lot has here
   */
  record Step(long member, Map<Integer, Integer> lots) {}

  /** The members who took over one after the other; empty when the member was not merged. */
  List<Step> steps(long member) {
    var steps = new ArrayList<Step>();
    var all = merged();
    for (var now = member; all.containsKey(now); now = all.get(now)) {
      var lots = steps.isEmpty() ? hop(now) : composed(steps.getLast().lots(), hop(now));
      steps.add(new Step(all.get(now), lots));
    }
    return steps;
  }

  private static Map<Integer, Integer> composed(Map<Integer, Integer> one, Map<Integer, Integer> two) {
    var lots = new HashMap<Integer, Integer>();
    one.forEach((from, to) -> {
      if (two.containsKey(to)) lots.put(from, two.get(to));
    });
    return lots;
  }

  private Map<Integer, Integer> hop(long member) {
    var merge = new EventRows(unit).last(member, EventKind.MERGE).orElseThrow();
    var gone = moves(merge);
    var come = moves(counterpart(merge));
    var lots = new HashMap<Integer, Integer>();
    for (var i = 0; i < gone.size(); i++) {
      for (var draw : gone.get(i).draws()) lots.put(draw.lot().entry(), come.get(i).seq());
    }
    return lots;
  }

  /** The event that the same request recorded with the second member. */
  Event counterpart(Event event) {
    var other = known.apply(event.key().counterpart()).orElseThrow();
    return new EventRows(unit).find(other.member(), other.number()).orElseThrow();
  }

  /** The movements of a merge; those of its two events go in pairs. */
  private List<Entry> moves(Event event) {
    return new EntryRows(unit)
        .ofEvent(event.member(), event.number()).stream()
            .filter(entry -> entry.kind() == EntryKind.MERGE)
            .toList();
  }
}
