package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.model.value.Refusal;
import java.util.LinkedHashSet;
import java.util.List;

/** Which earlier event a request is about: a return names a purchase, a capture a hold. */
final class References {
  private References() {}

  static boolean isNeeded(EventKind kind) {
    return !targets(kind).isEmpty();
  }

  private static List<EventKind> targets(EventKind kind) {
    return switch (kind) {
      case RETURN -> List.of(EventKind.PURCHASE);
      case CAPTURE, RELEASE -> List.of(EventKind.HOLD);
      case REVERSAL -> List.of(EventKind.REDEMPTION, EventKind.CAPTURE);
      case UNMERGE -> List.of(EventKind.MERGE);
      default -> List.of();
    };
  }

  static Refusal missing(EventKind kind) {
    return switch (kind) {
      case RETURN -> Refusal.PURCHASE_NOT_FOUND;
      case CAPTURE, RELEASE -> Refusal.HOLD_NOT_FOUND;
      case UNMERGE -> Refusal.MERGE_NOT_FOUND;
      default -> Refusal.REDEMPTION_NOT_FOUND;
    };
  }

  /** Keys under which it may stand: the request's own source first, then the usual ones. */
  static List<Key> keys(Request request) {
    return keys(request.kind(), request.key(), request.facts().reference());
  }

  /** Keys under which stands what the event was about. */
  static List<Key> keys(Event event) {
    return keys(event.kind(), event.key(), event.facts().reference());
  }

  private static List<Key> keys(EventKind kind, Key own, String id) {
    var keys = new LinkedHashSet<Key>();
    // `source:id` names another numbering outright.
    var colon = id.indexOf(':');
    if (colon > 0) keys.add(new Key(id.substring(0, colon), id.substring(colon + 1)));
    if (!own.source().equals(kind.defaultSource())) {
      keys.add(new Key(own.source(), id));
    }
    for (var target : targets(kind)) keys.add(new Key(target.defaultSource(), id));
    return List.copyOf(keys);
  }

  /** Whether a request of the kind can be about the event. */
  static boolean fits(EventKind kind, Event event) {
    return targets(kind).contains(event.kind())
        || kind == EventKind.REVERSAL && isReversible(event.kind());
  }

  /** What a reversal undoes too, when it is named with its source: what a file got wrong. */
  private static boolean isReversible(EventKind kind) {
    return switch (kind) {
      case ACTIVITY, SURVEY, CONTRACT, ADJUSTMENT, OPENING -> true;
      default -> false;
    };
  }

  /**
   * How the event is named by what refers to it: without a source where that is what a reader
   * would look up first, so that no other event has the same name.
   */
  static String text(EventKind by, Event event) {
    return event.key().named(targets(by).getFirst().defaultSource());
  }
}
