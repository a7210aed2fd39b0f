package dev.kopilka.audit.explain;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import java.util.Optional;

/** What happened outside that made an entry. */
final class Cause {
  private Cause() {}

  static Phrase of(Entry entry, Optional<Event> event, Figures figures) {
    var day = figures.day(entry.occurredAt());
    if (event.isEmpty()) return Phrase.of("close").with("day", day);
    var facts = event.get().facts();
    return Phrase.of(event.get().kind().word())
        .with("day", day)
        .with("id", event.get().key().id())
        .with("amount", figures.money(facts.amount()))
        .with("subject", facts.subject())
        .with("reference", facts.reference())
        .with("actor", event.get().actor());
  }
}
