package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;

/** A row of activities: a visit, a training, a review. */
final class ActivityForm extends EventForm {
  ActivityForm(Binding binding, Context context) {
    super(EventKind.ACTIVITY, binding, context);
  }

  @Override
  Facts facts() {
    return Facts.NONE
        .withSubject(cells.text("activity"))
        .withAmount(money("value"))
        .withWhere(where())
        .withAttributes(attributes());
  }
}
