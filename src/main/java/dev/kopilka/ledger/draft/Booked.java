package dev.kopilka.ledger.draft;

import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event that a request is about, with all that was booked on it since.
 *
 * @param entries what the event caused
 * @param followUps later events about it, such as partial returns
 * @param corrections later entries that correct another entry of the event's member
 * @param moved where the member was merged since: which lot of theirs became which of the member
 *     who acts now; empty when the event is that member's own
 */
public record Booked(
    Event event,
    List<Entry> entries,
    List<Event> followUps,
    List<Entry> corrections,
    Optional<Map<Integer, Integer>> moved) {

  /** Whether it happened to the member who acts now, so that its lots are that member's lots. */
  public boolean isOwn() {
    return moved.isEmpty();
  }

  /** The number that the lot has with the member who acts now; 0 when it did not come along. */
  public int lotNow(int lot) {
    return moved.map(lots -> lots.getOrDefault(lot, 0)).orElse(lot);
  }

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
