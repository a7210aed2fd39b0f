package dev.kopilka.bulk.kind;

import dev.kopilka.bulk.field.Fields;
import dev.kopilka.bulk.field.Read;
import dev.kopilka.bulk.text.Row;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row by our columns. What cannot be read is noted and answered with a stand-in, so that a
 * row is read to its end without a branch after every cell; who has read it asks for the finding.
 */
public final class Cells {
  private final Binding binding;
  private final Fields fields;
  private final Scales scales;
  private Row row;
  private Optional<Finding> finding = Optional.empty();

  /** Decimals of the currency and of a point. */
  public record Scales(int money, int points) {}

  public Cells(Binding binding, Fields fields, Scales scales) {
    this.binding = binding;
    this.fields = fields;
    this.scales = scales;
  }

  /** Turns to another row; a row that is damaged is known to be wrong from the start. */
  public Cells on(Row row) {
    this.row = row;
    this.finding = row.damage().isPresent() ? row.damage() : binding.stranger(row);
    return this;
  }

  /** The first thing that was wrong with what has been asked for. */
  public Optional<Finding> finding() {
    return finding;
  }

  /** Notes a problem that lies in a column's value, unless one is noted already. */
  public void note(String column, Problem problem) {
    if (finding.isPresent()) return;
    var told = Problem.of(problem.code()).with("column", column);
    var isPersonal = binding.slot(column).map(slot -> slot.column().personal()).orElse(true);
    for (var detail : problem.details().entrySet()) {
      var isValue = detail.getKey().equals("found");
      told = told.with(detail.getKey(), isValue && isPersonal ? "…" : detail.getValue());
    }
    finding = Optional.of(new Finding(binding.place(column, row), told));
  }

  public Binding binding() {
    return binding;
  }

  public boolean has(String column) {
    return !raw(column).isBlank();
  }

  /** The text of a column, stripped; "" when the row says nothing. */
  public String text(String column) {
    var raw = raw(column);
    if (raw.isEmpty()) return missing(column, "");
    var text = value(column, binding.isId(column) ? fields.id(raw) : fields.text(raw), "");
    return text.isEmpty() ? missing(column, "") : text;
  }

  /** Text in a person's own words: the ends of its lines are spaces. */
  public String prose(String column) {
    var raw = raw(column);
    return raw.isEmpty() ? "" : value(column, fields.text(raw.replaceAll("[\\r\\n\\t]+", " ")), "");
  }

  public long money(String column) {
    var raw = raw(column);
    return raw.isBlank() ? missing(column, 0L) : value(column, fields.money(raw, scales.money()), 0L);
  }

  public long points(String column) {
    var raw = raw(column);
    return raw.isBlank() ? missing(column, 0L) : value(column, fields.points(raw, scales.points()), 0L);
  }

  /** A decimal number as plain text. */
  public String decimal(String column) {
    var raw = raw(column);
    return raw.isBlank() ? missing(column, "") : value(column, fields.decimal(raw), "");
  }

  public LocalDate dateOr(String column, LocalDate otherwise) {
    var raw = raw(column);
    return raw.isBlank()
        ? missing(column, otherwise)
        : value(column, fields.date(raw), otherwise);
  }

  public Instant momentOr(String column, Instant otherwise) {
    var raw = raw(column);
    return raw.isBlank()
        ? missing(column, otherwise)
        : value(column, fields.moment(raw), otherwise);
  }

  /** What the row says in a column as it stands there; "" when it says nothing. */
  public String raw(String column) {
    return binding.slot(column).map(slot -> binding.text(slot, row)).orElse("");
  }

  private <T> T missing(String column, T standIn) {
    if (binding.requires(column)) note(column, Problem.of("CELL_MISSING"));
    return standIn;
  }

  private <T> T value(String column, Read<T> read, T standIn) {
    return switch (read) {
      case Read.Good<T>(var value) -> value;
      case Read.Bad<T>(var problem) -> {
        note(column, problem);
        yield standIn;
      }
    };
  }
}
