package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Problem;

/** A row of opening balances: a lot from another system, with its own dates. */
final class BalanceForm extends EventForm {
  private static final String REASON = "migration";

  BalanceForm(Binding binding, Context context) {
    super(EventKind.OPENING, binding, context);
  }

  @Override
  Facts facts() {
    var reason = cells.text("reason");
    return Facts.NONE
        .withPoints(points("points"))
        .withSubject(reason.isEmpty() ? REASON : reason)
        .withTerms(terms());
  }

  private Terms terms() {
    var earned = cells.dateOr("earned_at", context.today());
    var active = cells.dateOr("active_from", earned);
    var expires = cells.dateOr("expires_on", Days.NEVER);
    if (active.isBefore(earned)) cells.note("active_from", Problem.of("LOT_DATES_REVERSED"));
    if (expires.isBefore(active)) cells.note("expires_on", Problem.of("LOT_DATES_REVERSED"));
    return new Terms(earned, active, expires);
  }
}
