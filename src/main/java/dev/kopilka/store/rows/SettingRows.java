package dev.kopilka.store.rows;

import dev.kopilka.store.Query;
import dev.kopilka.store.SqlTrouble;
import dev.kopilka.store.Unit;
import java.util.Optional;

/**
 * Named texts of the ledger itself. What every command needs of the programme (currency, zone,
 * names) is kept here too, so that showing a card parses no YAML.
 */
public final class SettingRows {
  private static final String GET = "select value from setting where name = ?";
  private static final String PUT =
      """
      insert into setting (name, value)
      values (?, ?)
      on conflict (name) do update set value = excluded.value
      """;

  /** Held by whoever adds up what actors adjusted by hand. */
  public static final String ADJUSTING = "adjusting";

  /** Held by whoever hands out messages: how many a member got lately is looked at before. */
  public static final String SPEAKING = "speaking";

  /** There since something was first undone by {@code import --revert}. */
  public static final String UNDONE = "undone";

  /** Shared by all who write; held by whoever changes what they go by. */
  public static final String SCHEMA = "schema";

  private static final String THERE =
      "insert into setting (name, value) values (?, '') on conflict (name) do nothing";
  private static final String HOLD = "select 1 from setting where name = ? {held}";

  private final Unit unit;

  public SettingRows(Unit unit) {
    this.unit = unit;
  }

  /** The question of {@link #get}, to be asked beside others. */
  public Query asked(String name) {
    return unit.query(GET).set(1, name);
  }

  public Optional<String> get(String name) {
    try (var row = asked(name)) {
      return row.next() ? Optional.of(row.text(1)) : Optional.empty();
    }
  }

  /** One that every ledger has: who is not shown it may not have it. */
  public String always(String name) {
    return get(name).orElseThrow(SqlTrouble::forbidden);
  }

  /** Waits for whoever holds or shares the setting, and keeps others from it until the end. */
  public void hold(String name) {
    if (!unit.holdsRows()) return;
    unit.query(THERE).set(1, name).run();
    try (var row = unit.query(HOLD).set(1, name)) {
      row.next();
    }
  }

  public void put(String name, String value) {
    unit.query(PUT).set(1, name).set(2, value).run();
  }
}
