package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Problem;
import java.time.Instant;

/** A row of contracts: from when to when, and of what kind. */
final class ContractForm extends EventForm {
  ContractForm(Binding binding, Context context) {
    super(EventKind.CONTRACT, binding, context);
  }

  @Override
  Facts facts() {
    var starts = cells.dateOr("starts_on", context.today());
    var ends = cells.dateOr("ends_on", Days.NEVER);
    if (ends.isBefore(starts)) {
      cells.note("ends_on", Problem.of("DATES_REVERSED").with("from", starts).with("to", ends));
    }
    return Facts.NONE
        .withSubject(cells.text("kind"))
        .withTerms(new Terms(starts, starts, ends));
  }

  /** On its first day; a contract that has not begun yet is known of as of now. */
  @Override
  Instant untold(Facts facts) {
    var first = facts.terms().activeFrom().atStartOfDay(context.basics().zone()).toInstant();
    return first.isAfter(context.now()) ? context.now() : first;
  }
}
