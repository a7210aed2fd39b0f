package dev.kopilka.bulk.form;

import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Problem;

/** A row of returns: whole, by an amount, or by the numbers of the receipt's lines. */
final class ReturnForm extends EventForm {
  ReturnForm(Binding binding, Context context) {
    super(EventKind.RETURN, binding, context);
  }

  @Override
  Facts facts() {
    return Facts.NONE
        .withReference(cells.text("purchase"))
        .withAmount(money("amount"))
        .withSubject(lines());
  }

  /** {@code 1, 3} and {@code 1 3} are {@code 1,3}. */
  private String lines() {
    var text = cells.text("lines");
    if (text.isEmpty()) return "";
    var plain = text.replaceAll("[ ,;|]+", ",");
    if (plain.matches("[1-9][0-9]{0,4}(,[1-9][0-9]{0,4})*")) return plain;
    cells.note("lines", Problem.of("CELL_NOT_LINES").with("found", text));
    return "";
  }
}
