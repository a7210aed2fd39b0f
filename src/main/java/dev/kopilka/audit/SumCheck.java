package dev.kopilka.audit;

import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.store.Unit;
import dev.kopilka.store.proof.SumRows;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares budgets and stock with what all histories add up to. */
final class SumCheck {
  private static final String BUDGET = "budget";
  private static final String STOCK = "stock";

  private SumCheck() {}

  static List<Fault> of(Unit unit, Sums sums) {
    var rows = new SumRows(unit);
    var faults = new ArrayList<Fault>();
    budgets(rows, sums, faults);
    stocks(rows, sums, faults);
    return faults;
  }

  private static void budgets(SumRows rows, Sums sums, List<Fault> faults) {
    var stored = rows.budgets();
    for (var budget : stored.entrySet()) {
      var rule = budget.getKey();
      var given = sums.given(rule);
      if (!sums.hasBudget(rule)) {
        faults.add(Fault.of(BUDGET, rule, Kind.ROW_UNKNOWN));
      } else if (given != budget.getValue()) {
        faults.add(differs(BUDGET, rule).expected("given=" + given).found("given=" + budget.getValue()));
      }
    }
    for (var rule : new TreeSet<>(sums.counted())) {
      if (!stored.containsKey(rule)) {
        faults.add(Fault.of(BUDGET, rule, Kind.ROW_MISSING).expected("given=" + sums.given(rule)));
      }
    }
  }

  private static void stocks(SumRows rows, Sums sums, List<Fault> faults) {
    var stored = rows.stocks();
    var added = rows.added();
    var rewards = new TreeSet<>(sums.taken().keySet());
    rewards.addAll(added.keySet());
    rewards.addAll(stored.keySet());
    for (var reward : rewards) {
      var isKnown = sums.taken().containsKey(reward) || added.containsKey(reward);
      var units =
          new SumRows.Units(
              added.getOrDefault(reward, 0L), sums.taken().getOrDefault(reward, 0L));
      var found = stored.get(reward);
      if (found == null) {
        faults.add(Fault.of(STOCK, reward, Kind.ROW_MISSING).expected(text(units)));
      } else if (!isKnown) {
        faults.add(Fault.of(STOCK, reward, Kind.ROW_UNKNOWN).found(text(found)));
      } else if (!units.equals(found)) {
        faults.add(differs(STOCK, reward).expected(text(units)).found(text(found)));
      }
    }
  }

  private static Fault differs(String table, String row) {
    return Fault.of(table, row, Kind.VALUE_DIFFERS);
  }

  private static String text(SumRows.Units units) {
    return "added=" + units.added() + ",taken=" + units.taken();
  }
}
