package dev.kopilka.bulk.form;

import dev.kopilka.bulk.group.Item;
import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.bulk.kind.Cells;
import dev.kopilka.bulk.kind.Column;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.member.enrolment.Enrolment;
import java.util.ArrayList;
import java.util.List;

/** A row of members as a request to take one in. */
public final class MemberForm implements Form<Enrolment> {
  private final Cells cells;
  private final Context context;

  public MemberForm(Binding binding, Context context) {
    this.cells = context.cells(binding);
    this.context = context;
  }

  @Override
  public Filled<Enrolment> fill(Item item) {
    cells.on(item.first());
    var form = new dev.kopilka.member.enrolment.Form(context.today());
    for (var column : columns()) {
      if (!cells.has(column)) continue;
      switch (type(column)) {
        case DATE -> form.put(column, cells.dateOr(column, context.today()).toString());
        case MOMENT -> form.enrolledAt(cells.momentOr(column, context.now()));
        default -> form.put(column, cells.text(column));
      }
    }
    for (var problem : form.problems()) {
      var field = String.valueOf(problem.details().getOrDefault("field", "member"));
      cells.note(field, problem);
    }
    if (cells.finding().isPresent()) return new Filled.Unfit<>(0, cells.finding().get());
    return new Filled.Ready<>(form.enrolment());
  }

  /** Attributes too, and those of JSON Lines turn up as rows are read. */
  private List<String> columns() {
    var columns = new ArrayList<>(Kind.MEMBERS.names());
    columns.addAll(cells.binding().attributes());
    return columns;
  }

  private static Column.Type type(String column) {
    return Kind.MEMBERS.column(column).map(Column::type).orElse(Column.Type.TEXT);
  }
}
