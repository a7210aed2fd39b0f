package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Days;
import java.time.LocalDate;

/** A row of corrections by hand: points with their sign, a reason and a note. */
final class AdjustmentForm extends EventForm {
  AdjustmentForm(Binding binding, Context context) {
    super(EventKind.ADJUSTMENT, binding, context);
  }

  @Override
  Facts facts() {
    var at = cells.momentOr("occurred_at", context.now());
    var day = LocalDate.ofInstant(at, context.basics().zone());
    var terms = new Terms(day, day, cells.dateOr("expires_on", Days.NEVER));
    return Facts.NONE
        .withPoints(cells.points("points"))
        .withSubject(cells.text("reason"))
        .withTerms(terms);
  }
}
