package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Problem;

/** A row of redemptions: points, or a reward, which says itself what it costs. */
final class RedemptionForm extends EventForm {
  RedemptionForm(Binding binding, Context context) {
    super(EventKind.REDEMPTION, binding, context);
  }

  @Override
  Facts facts() {
    if (cells.has("reward") == cells.has("points")) {
      cells.note("points", Problem.of("REWARD_OR_POINTS"));
    }
    return Facts.NONE
        .withPoints(points("points"))
        .withSubject(cells.text("reward"))
        .withWhere(where());
  }
}
