package dev.kopilka.store.rows;

import dev.kopilka.store.Unit;
import java.util.OptionalLong;

/** Sums over all members: what rules gave of their budgets, what rewards took of their stock. */
public final class CountRows {
  private static final String GIVEN = "select given from budget where rule = ? {held}";
  // 1 is an earning.
  private static final String EARNED =
      "select coalesce(sum(points), 0) from entry where kind = 1 and rule = ?";
  private static final String GIVE =
      """
      insert into budget (rule, given)
      values (?, ?)
      on conflict (rule) do update set given = budget.given + excluded.given
      """;
  // Whoever is the first to count takes the row for the others to wait at.
  private static final String COUNT =
      "insert into budget (rule, given) values (?, 0) on conflict (rule) do nothing";
  private static final String STOCK = "select added, taken from stock where reward = ? {held}";
  private static final String SHELVE =
      "insert into stock (reward, added, taken) values (?, 0, 0) on conflict (reward) do nothing";

  // Not one upsert: SQLite checks `taken >= 0` on the row that would be inserted, and what is given
  // back is less than nothing there.
  private static final String MOVE =
      "update stock set added = added + ?, taken = taken + ? where reward = ?";

  // 7 is an adjustment.
  private static final String ADJUSTED =
      """
      select coalesce(sum(abs(points)), 0)
      from entry
      where kind = 7 and actor = ? and recorded_at >= ?
      """;

  private final Unit unit;

  public CountRows(Unit unit) {
    this.unit = unit;
  }

  /** What the rule gave of its budget; empty when it was never counted. */
  public OptionalLong given(String rule) {
    if (unit.isWriting() && unit.query(COUNT).set(1, rule).run() == 1) return OptionalLong.empty();
    try (var row = unit.query(GIVEN).set(1, rule)) {
      return row.next() ? OptionalLong.of(row.number(1)) : OptionalLong.empty();
    }
  }

  /** All that the rule ever gave, counted from the entries: a walk over the whole ledger. */
  public long earned(String rule) {
    try (var row = unit.query(EARNED).set(1, rule)) {
      row.next();
      return row.number(1);
    }
  }

  public void give(String rule, long points) {
    unit.query(GIVE).set(1, rule).set(2, points).run();
  }

  /** Units put on top of the programme's stock, and units redeemed less those given back. */
  public record Stock(long added, long taken) {}

  public Stock stock(String reward) {
    if (unit.isWriting()) unit.query(SHELVE).set(1, reward).run();
    try (var row = unit.query(STOCK).set(1, reward)) {
      return row.next() ? new Stock(row.number(1), row.number(2)) : new Stock(0, 0);
    }
  }

  public void move(String reward, Stock change) {
    unit.query(SHELVE).set(1, reward).run();
    unit.query(MOVE).set(1, change.added()).set(2, change.taken()).set(3, reward).run();
  }

  /** Points that the actor adjusted by hand since the moment, as amounts. */
  public long adjusted(String actor, long since) {
    // What one actor may adjust in a day is a sum over members: two at once would not see each other.
    if (unit.isWriting()) new SettingRows(unit).hold(SettingRows.ADJUSTING);
    try (var row = unit.query(ADJUSTED).set(1, actor).set(2, since)) {
      row.next();
      return row.number(1);
    }
  }
}
