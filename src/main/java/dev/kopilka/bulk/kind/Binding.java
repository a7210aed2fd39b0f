package dev.kopilka.bulk.kind;

import dev.kopilka.bulk.text.Row;
import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.model.value.Trouble.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a table's columns feeds which of ours. Without a mapping every column must be known. With
 * one, what it does not name and is not ours is left out and told, unless it looks like a slip of
 * the pen in one of ours.
 */
public final class Binding {
  private final Kind kind;
  private final Set<String> required;
  private final Mapping mapping;
  private final RowReader reader;
  private final Rejected rejected;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Integer> strangers = new ArrayList<>();
  private List<String> attributes = List.of();
  private int attributesOf;
  private boolean started;
  private int bound;

  private Binding(Kind kind, Mapping mapping, RowReader reader) {
    this.kind = kind;
    this.required = Set.copyOf(kind.required());
    this.mapping = mapping;
    this.reader = reader;
    this.rejected = Rejected.in(reader.header());
  }

  /** The binding of a table that stands before its first row; throws all findings of the header. */
  public static Binding of(Kind kind, Mapping mapping, RowReader reader) {
    var binding = new Binding(kind, mapping, reader);
    binding.checkTargets();
    binding.bindConstants();
    binding.bindColumns();
    if (!reader.dialect().isOpenEnded()) {
      binding.checkSources();
      binding.checkRequired();
    }
    if (!binding.findings.isEmpty()) {
      throw new Trouble.BadInput(binding.findings, binding.findings.size());
    }
    binding.started = true;
    return binding;
  }

  private void bindConstants() {
    mapping.constants().forEach((ours, value) -> bind(ours, Slot.CONSTANT, value));
    for (var ours : mapping.renames().getOrDefault(Mapping.LINE, List.of())) {
      if (!reader.header().contains(Mapping.LINE)) bind(ours, Slot.LINE, "");
    }
  }

  private void bindColumns() {
    var header = reader.header();
    for (; bound < header.size(); bound++) {
      if (bound < rejected.columns()) continue;
      var theirs = header.get(bound);
      if (!mapping.renames().containsKey(theirs) && kind.column(theirs).isEmpty()) {
        unknown(theirs);
        continue;
      }
      for (var ours : mapping.targets(theirs)) {
        if (!ours.isEmpty()) bind(ours, bound, "");
      }
    }
  }

  /** Binds names that JSON Lines brought since; unknown ones make strangers of their cells. */
  private void catchUp() {
    if (bound < reader.header().size()) bindColumns();
  }

  private void checkTargets() {
    for (var targets : mapping.renames().values()) {
      for (var ours : targets) if (!ours.isEmpty()) checkTarget(ours);
    }
    for (var ours : mapping.constants().keySet()) checkTarget(ours);
  }

  private void checkTarget(String ours) {
    if (kind.column(ours).isPresent()) return;
    find(Slot.CONSTANT, Problem.of("MAP_TARGET_UNKNOWN").with("column", ours), ours);
  }

  private void bind(String ours, int cell, String constant) {
    var column = kind.column(ours);
    if (column.isEmpty()) return;
    if (!slots.containsKey(ours)) {
      slots.put(ours, new Slot(column.get(), cell, constant));
    } else if (started) {
      strangers.add(cell);
    } else {
      findings.add(new Finding(place(cell), Problem.of("COLUMN_FED_TWICE").with("column", ours)));
    }
  }

  private void unknown(String theirs) {
    var nearest = Nearest.to(theirs, kind.names());
    if (mapping.isEmpty() || !nearest.isEmpty() && !isFed(nearest)) {
      if (started) strangers.add(bound);
      else find(bound, Problem.of("HEADER_UNKNOWN").with("column", theirs), theirs);
    } else {
      leftOut.add(theirs);
    }
  }

  /** Whether something else feeds the column, now or later in the header. */
  private boolean isFed(String ours) {
    return slots.containsKey(ours)
        || reader.header().contains(ours)
        || mapping.renames().values().stream().anyMatch(targets -> targets.contains(ours));
  }

  private void find(int cell, Problem problem, String wrong) {
    findings.add(
        new Finding(
            place(cell),
            problem
                .with("kind", kind.word())
                .with("nearest", Nearest.to(wrong, kind.names()))));
  }

  private void checkSources() {
    for (var theirs : mapping.renames().keySet()) {
      if (theirs.equals(Mapping.LINE) || reader.header().contains(theirs)) continue;
      findings.add(
          new Finding(
              place(Slot.CONSTANT),
              Problem.of("MAP_SOURCE_MISSING")
                  .with("column", theirs)
                  .with("nearest", Nearest.to(theirs, reader.header()))));
    }
  }

  private void checkRequired() {
    for (var name : kind.required()) {
      if (slots.containsKey(name)) continue;
      findings.add(
          new Finding(
              place(Slot.CONSTANT),
              Problem.of("COLUMN_MISSING").with("column", name).with("kind", kind.word())));
    }
  }

  private Place place(int cell) {
    if (cell >= 0) return reader.headerRow().place(cell);
    var start = reader.headerRow().place(0);
    return new Place(start.file(), start.line(), 0);
  }

  public Kind kind() {
    return kind;
  }

  /** Columns of theirs that feed nothing, to be told. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** Columns of theirs that feed ids and held numbers so far, so that zeros in front are lost. */
  public List<String> numericIds() {
    return slots.values().stream()
        .filter(slot -> slot.column().type() == Column.Type.ID && slot.cell() >= 0)
        .filter(slot -> reader.hadNumbers(slot.cell()))
        .map(slot -> reader.header().get(slot.cell()))
        .distinct()
        .toList();
  }

  /** Attributes of the caller's own that the table has. */
  public List<String> attributes() {
    // Asked for each row, and only JSON Lines bring new ones on the way.
    if (attributesOf != slots.size()) {
      var prefix = kind.prefix();
      attributes =
          prefix.isEmpty()
              ? List.of()
              : slots.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
      attributesOf = slots.size();
    }
    return attributes;
  }

  /** A value in a column that nobody knows, which only later rows of JSON Lines can have. */
  Optional<Finding> stranger(Row row) {
    catchUp();
    for (var cell : strangers) {
      if (row.isEmpty(cell)) continue;
      var theirs = reader.header().get(cell);
      return Optional.of(
          new Finding(
              row.place(cell),
              Problem.of("HEADER_UNKNOWN")
                  .with("column", theirs)
                  .with("kind", kind.word())
                  .with("nearest", Nearest.to(theirs, kind.names()))));
    }
    return Optional.empty();
  }

  /** Where a row says something in a column; its start where the value comes from elsewhere. */
  public Place place(String ours, Row row) {
    return row.place(slot(ours).map(slot -> Math.max(0, slot.cell())).orElse(0));
  }

  Optional<Slot> slot(String ours) {
    return Optional.ofNullable(slots.get(ours));
  }

  /** Whether a row must say something in a column: asked of each row, of those it has not too. */
  boolean requires(String ours) {
    return required.contains(ours);
  }

  boolean isId(String ours) {
    var slot = slots.get(ours);
    return slot != null && slot.column().type() == Column.Type.ID;
  }

  /** What a row says in a column, as it stands there. */
  String text(Slot slot, Row row) {
    return switch (slot.cell()) {
      case Slot.CONSTANT -> slot.constant();
      case Slot.LINE -> rejected.line(row);
      default -> rejected.text(row, slot.cell());
    };
  }

  /** The cell that holds the id, by which lines of a receipt are told; -1 when no cell does. */
  public int idCell() {
    catchUp();
    return slot("id").map(Slot::cell).filter(cell -> cell >= 0).orElse(-1);
  }
}
