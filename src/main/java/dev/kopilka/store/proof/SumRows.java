package dev.kopilka.store.proof;

import dev.kopilka.store.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables that hold sums over members. */
public final class SumRows {
  private static final String BUDGETS = "select rule, given from budget order by rule";
  private static final String STOCKS = "select reward, added, taken from stock order by reward";
  // How many units were put on stock stands in the log alone.
  private static final String ADDED =
      "select subject, details from log where action = 'redeem stock' order by seq";

  private final Unit unit;

  public SumRows(Unit unit) {
    this.unit = unit;
  }

  /** Points given by rule. */
  public Map<String, Long> budgets() {
    var budgets = new LinkedHashMap<String, Long>();
    try (var row = unit.query(BUDGETS)) {
      while (row.next()) budgets.put(row.text(1), row.number(2));
    }
    return budgets;
  }

  /** Units of a reward. */
  public record Units(long added, long taken) {}

  public Map<String, Units> stocks() {
    var stocks = new LinkedHashMap<String, Units>();
    try (var row = unit.query(STOCKS)) {
      while (row.next()) stocks.put(row.text(1), new Units(row.number(2), row.number(3)));
    }
    return stocks;
  }

  /** Units put on stock by reward, as the log tells; a line that tells no number counts nothing. */
  public Map<String, Long> added() {
    var added = new LinkedHashMap<String, Long>();
    try (var row = unit.query(ADDED)) {
      while (row.next()) {
        var units = row.text(2);
        if (units.matches("-?[0-9]{1,18}")) added.merge(row.text(1), Long.valueOf(units), Long::sum);
      }
    }
    return added;
  }
}
