package dev.kopilka.bulk.form;

import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.field.Fields;
import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.bulk.kind.Cells;
import dev.kopilka.program.stored.Basics;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What forms need besides the row.
 *
 * @param source whose ids these are; "" for the usual one of the kind
 * @param now when the import runs
 */
public record Context(Basics basics, DecimalMark mark, String source, Instant now) {
  LocalDate today() {
    return LocalDate.ofInstant(now, basics.zone());
  }

  /** Rows by the columns of a binding, read as this context has it. */
  public Cells cells(Binding binding) {
    return new Cells(
        binding,
        new Fields(mark, basics.zone()),
        new Cells.Scales(basics.currencyScale(), basics.pointScale()));
  }
}
