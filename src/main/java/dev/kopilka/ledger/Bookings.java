package dev.kopilka.ledger;

import dev.kopilka.ledger.Lineage.Step;
import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.KeyRows.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gathers what was booked on an event. After a merge, what is about an event of the merged member is
 * recorded with who they are now; here it is told in the numbers of the event's own member.
 */
final class Bookings {
  private final EventRows events;
  private final EntryRows entries;
  private final Function<Key, Optional<Known>> known;
  private final Lineage lineage;

  /**
   * @param known the registry of ids as the transaction sees it
   */
  Bookings(Unit unit, Lineage lineage, Function<Key, Optional<Known>> known) {
    this.events = new EventRows(unit);
    this.entries = new EntryRows(unit);
    this.known = known;
    this.lineage = lineage;
  }

  Event event(Known known) {
    return events.find(known.member(), known.number()).orElseThrow();
  }

  /** All that was booked on the event, for a request of the kind that is about it. */
  Booked of(EventKind by, Event event) {
    var own = entries.ofEvent(event.member(), event.number());
    var after = own.isEmpty() ? Integer.MAX_VALUE : own.getFirst().seq();
    var followUps = events.about(event, References.text(by, event));
    var corrections = entries.correcting(event.member(), after);
    // A merge itself is undone where it was asked for.
    var steps = by == EventKind.UNMERGE ? List.<Step>of() : lineage.steps(event.member());
    if (steps.isEmpty()) return new Booked(event, own, followUps, corrections, Optional.empty());
    var all = new ArrayList<>(followUps);
    var more = new ArrayList<>(corrections);
    for (var step : steps) {
      var later = events.about(step.member(), References.text(by, event));
      all.addAll(later);
      more.addAll(expired(step));
      for (var one : later) more.addAll(takenBack(one, own));
    }
    return new Booked(event, own, all, more, Optional.of(steps.getLast().lots()));
  }

  /** What lapsed with a later member of lots that came from the merged one. */
  private List<Entry> expired(Step step) {
    var expired = new ArrayList<Entry>();
    for (var entry : entries.correcting(step.member(), 0)) {
      if (entry.kind() != EntryKind.EXPIRE) continue;
      step.lots().forEach((then, now) -> {
        if (now == entry.corrects()) expired.add(entry.correcting(then));
      });
    }
    return expired;
  }

  /** What a later return took back, told of the entries that it was about: one a rule. */
  private List<Entry> takenBack(Event later, List<Entry> own) {
    var taken = new ArrayList<Entry>();
    for (var entry : entries.ofEvent(later.member(), later.number())) {
      if (entry.kind() != EntryKind.RETURN) continue;
      for (var earned : own) {
        var isOf = earned.kind() == EntryKind.EARN && earned.rule().equals(entry.rule());
        if (isOf) taken.add(entry.correcting(earned.seq()));
      }
    }
    return taken;
  }

  /**
   * The other side of a merge: its event and entries, all entries of that member since, and the
   * events since that are about something that happened to the merged one.
   */
  Booked counterpart(Event merge) {
    var event = lineage.counterpart(merge);
    var own = entries.ofEvent(event.member(), event.number());
    var after = own.isEmpty() ? 0 : own.getLast().seq();
    var since = entries.since(event.member(), after);
    var about = new ArrayList<Event>();
    for (var later : events.since(event.member(), event.number())) {
      if (isAbout(later, merge.member())) about.add(later);
    }
    return new Booked(event, own, about, since, Optional.empty());
  }

  /** When the person last bought with other cards than the merged one and what it had taken over. */
  long lastPurchaseWithout(long member, long merged) {
    var cards = new ArrayList<>(lineage.persons(member));
    cards.removeAll(lineage.persons(merged));
    return events.lastPurchase(cards, "");
  }

  /** When the person last bought but for that purchase. */
  long lastPurchaseBut(long member, Event purchase) {
    return events.lastPurchase(
        lineage.persons(member), References.text(EventKind.RETURN, purchase));
  }

  private boolean isAbout(Event later, long member) {
    if (!References.isNeeded(later.kind()) || later.kind() == EventKind.UNMERGE) return false;
    for (var key : References.keys(later)) {
      var found = known.apply(key);
      if (found.isEmpty()) continue;
      var whose = found.get().member();
      if (whose == member || lineage.leads(whose, member)) return true;
    }
    return false;
  }
}
