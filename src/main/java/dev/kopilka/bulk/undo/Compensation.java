package dev.kopilka.bulk.undo;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import java.util.Optional;

/** Which event undoes which: a return brings a purchase back, a reversal undoes the rest. */
final class Compensation {
  private Compensation() {}

  /** The kind of event that a run over such a table recorded, where it can be undone. */
  static Optional<EventKind> recorded(String tableKind) {
    return switch (tableKind) {
      case "purchases" -> Optional.of(EventKind.PURCHASE);
      case "activities" -> Optional.of(EventKind.ACTIVITY);
      case "surveys" -> Optional.of(EventKind.SURVEY);
      case "contracts" -> Optional.of(EventKind.CONTRACT);
      case "balances" -> Optional.of(EventKind.OPENING);
      case "adjustments" -> Optional.of(EventKind.ADJUSTMENT);
      case "redemptions" -> Optional.of(EventKind.REDEMPTION);
      default -> Optional.empty();
    };
  }

  /** The request that undoes the event: under an id made of the event's own, so that it is one. */
  static Request of(Event event, long run, long now) {
    var kind =
        event.kind() == EventKind.PURCHASE ? EventKind.RETURN : EventKind.REVERSAL;
    var name = event.key().source() + ":" + event.key().id();
    var key = new Key(Key.UNDOING, run + ":" + name);
    return new Request(kind, key, "", now, Facts.NONE.withReference(name)).untimed();
  }
}
