package dev.kopilka.ledger.draft;

import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import java.util.List;

/**
 * An event that a request is about, with all that was booked on it since.
 *
 * @param entries what the event caused
 * @param followUps later events about it, such as partial returns
 * @param corrections later entries of the member that correct another entry
 */
public record Booked(
    Event event, List<Entry> entries, List<Event> followUps, List<Entry> corrections) {

  /** Points of the given kind that later entries booked against the entry, as they stand there. */
  public long corrected(Entry entry, EntryKind kind) {
    var sum = 0L;
    for (var correction : corrections) {
      if (correction.kind() == kind && correction.corrects() == entry.seq()) {
        sum += correction.points();
      }
    }
    return sum;
  }

  public List<Event> followUps(EventKind kind) {
    return followUps.stream().filter(event -> event.kind() == kind).toList();
  }
}
