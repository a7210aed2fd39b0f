package dev.kopilka.bulk.control;

import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.form.Context;
import dev.kopilka.bulk.kind.Cells;
import dev.kopilka.bulk.kind.Column;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.model.value.Trouble.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts a file through and compares it with what its sender says is in it. */
public final class Control {
  private final Table table;
  private final Context context;
  private final List<Sum> sums = new ArrayList<>();
  private long rows;

  /** One column on its way: what it comes to, and the cells that could not be read. */
  private static final class Sum {
    private final Column column;
    private final BigDecimal expected;
    private BigDecimal found = BigDecimal.ZERO;
    private long unread;

    Sum(Column column, BigDecimal expected) {
      this.column = column;
      this.expected = expected;
    }
  }

  private Control(Table table, Context context) {
    this.table = table;
    this.context = context;
  }

  /** Throws {@link Trouble.BadInput} with every total that differs. */
  public static void check(Table table, Context context, Expected expected) {
    if (expected.isNothing()) return;
    var control = new Control(table, context);
    expected.sums().forEach(control::expect);
    control.count();
    var findings = control.findings(expected);
    if (!findings.isEmpty()) throw new Trouble.BadInput(findings, findings.size());
  }

  private void expect(String name, BigDecimal value) {
    var kind = table.binding().kind();
    var column = kind.column(name.isEmpty() ? kind.counted() : name).filter(Control::isNumber);
    if (column.isEmpty()) {
      throw new Trouble.BadInput(
          Problem.of("CONTROL_COLUMN")
              .with("column", name)
              .with("kind", kind.word())
              .with("known", numbers(kind)));
    }
    sums.add(new Sum(column.get(), value));
  }

  private static boolean isNumber(Column column) {
    return switch (column.type()) {
      case MONEY, POINTS, DECIMAL -> true;
      case ID, TEXT, DATE, MOMENT -> false;
    };
  }

  private static List<String> numbers(Kind kind) {
    return kind.columns().stream().filter(Control::isNumber).map(Column::name).toList();
  }

  private void count() {
    try (var again = table.again()) {
      var cells = context.cells(again.binding());
      while (again.reader().advance()) {
        rows++;
        for (var sum : sums) {
          cells.on(again.reader().row());
          var value = value(cells, sum.column);
          if (cells.finding().isPresent()) sum.unread++;
          else sum.found = sum.found.add(value);
        }
      }
    }
  }

  private BigDecimal value(Cells cells, Column column) {
    var basics = context.basics();
    return switch (column.type()) {
      case MONEY -> BigDecimal.valueOf(cells.money(column.name()), basics.currencyScale());
      case POINTS -> BigDecimal.valueOf(cells.points(column.name()), basics.pointScale());
      default -> Decimals.parse(cells.decimal(column.name())).orElse(BigDecimal.ZERO);
    };
  }

  private List<Finding> findings(Expected expected) {
    var findings = new ArrayList<Finding>();
    if (expected.rows().isPresent() && expected.rows().getAsLong() != rows) {
      var problem = Problem.of("CONTROL_ROWS");
      findings.add(finding(problem, Map.of("found", rows, "expected", expected.rows().getAsLong())));
    }
    for (var sum : sums) {
      if (sum.found.compareTo(sum.expected) == 0) continue;
      var problem = Problem.of("CONTROL_SUM").with("column", sum.column.name());
      if (sum.unread > 0) problem = problem.with("unread", sum.unread);
      findings.add(
          finding(
              problem,
              Map.of(
                  "found", sum.found.toPlainString(), "expected", sum.expected.toPlainString())));
    }
    return findings;
  }

  private Finding finding(Problem problem, Map<String, Object> totals) {
    return new Finding(
        new Place(table.shownName(), 0, 0),
        problem.with("found", totals.get("found")).with("expected", totals.get("expected")));
  }
}
