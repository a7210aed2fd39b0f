package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.model.value.Problem;
import dev.kopilka.report.liability.revenue.Allocation;
import dev.kopilka.report.liability.revenue.Deferral.Standing;
import dev.kopilka.report.liability.revenue.DeferredRevenue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sales and what became of their points as a table, period by period: the first row of a cohort is
 * its sale, the later ones say what was redeemed and what is expected then.
 */
final class SalesFile {
  /** Decimals of money in it. */
  static final int SCALE = 2;

  private static final List<String> COLUMNS =
      List.of("period", "cohort", "sales", "goods", "value", "expected", "redeemed");

  private final FileTable table;
  private final DeferredRevenue revenue = new DeferredRevenue();
  private final Map<String, Cohort> cohorts = new HashMap<>();
  private final Set<String> periods = new HashSet<>();
  private String period = "";

  private record Cohort(long deferred, long redeemed) {}

  private SalesFile(FileTable table) {
    this.table = table;
  }

  static DeferredRevenue read(Desk desk, String name) {
    try (var table = FileTable.open(desk, name, COLUMNS)) {
      var file = new SalesFile(table);
      while (table.advance()) file.row();
      if (file.periods.isEmpty()) throw table.bad(Problem.of("FILE_NO_ROWS"));
      return file.revenue;
    }
  }

  private void row() {
    var name = table.text("period");
    if (!name.equals(period)) {
      if (!periods.add(name)) throw table.bad("period", Problem.of("PERIOD_AGAIN").with("found", name));
      period = name;
      revenue.begin(name);
    }
    var code = table.text("cohort");
    var expected = table.whole("expected");
    var cohort = cohorts.get(code);
    if (cohort == null) cohort = sale(code, expected);
    else if (!table.isEmpty("sales")) {
      throw table.bad("sales", Problem.of("SALE_AGAIN").with("cohort", code));
    }
    var redeemed = Math.addExact(cohort.redeemed, table.whole("redeemed"));
    if (expected < redeemed) {
      throw table.bad(
          "expected",
          Problem.of("EXPECTED_TOO_FEW").with("expected", expected).with("redeemed", redeemed));
    }
    revenue.move(code, new Standing(cohort.deferred, redeemed, expected));
    cohorts.put(code, new Cohort(cohort.deferred, redeemed));
  }

  private Cohort sale(String code, long expected) {
    var sales = table.money("sales", SCALE);
    var goods = table.isEmpty("goods") ? sales : table.money("goods", SCALE);
    var value = table.isEmpty("value") ? BigDecimal.ZERO : table.decimal("value");
    if (value.signum() < 0) {
      throw table.bad("value", Problem.of("CELL_BELOW_ZERO").with("found", value.toPlainString()));
    }
    var points = value.multiply(BigDecimal.valueOf(expected)).movePointRight(SCALE);
    var split = Allocation.of(sales, goods, points);
    revenue.sell(code, sales, split);
    return new Cohort(split.points(), 0);
  }
}
