package dev.kopilka.store.proof;

import dev.kopilka.model.Key;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that hold sums over members, and the registry of ids as a whole. */
public final class SumRows {
  private static final String BUDGETS = "select rule, given from budget order by rule";
  private static final String STOCKS = "select reward, added, taken from stock order by reward";
  // How many units were put on stock stands in the log alone.
  private static final String ADDED =
      "select subject, details from log where action = 'redeem stock' order by seq";
  private static final String KEYS = "select count(*) from event_key";
  private static final String STRAY =
      """
      select k.member, k.source, k.id
      from event_key k
      where not exists (
        select 1
        from event e
        where e.member = k.member and e.number = k.number and e.source = k.source and e.id = k.id)
      order by k.member, k.source, k.id
      """;

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

  /** How many ids the registry knows. */
  public long keys() {
    try (var row = unit.query(KEYS)) {
      row.next();
      return row.number(1);
    }
  }

  /** An id that leads to no event. */
  public record Stray(long member, Key key) {}

  public List<Stray> strays() {
    var strays = new ArrayList<Stray>();
    try (var row = unit.query(STRAY)) {
      while (row.next()) {
        strays.add(new Stray(row.number(1), new Key(row.text(2), row.text(3))));
      }
    }
    return strays;
  }
}
