package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.ledger.draft.Request;

/** Forms by the kind of a table. */
public final class Forms {
  private Forms() {}

  /** The form for rows of events, of whatever kind the binding is. */
  public static Form<Request> events(Binding binding, Context context) {
    return EventForm.of(binding.kind(), binding, context);
  }
}
