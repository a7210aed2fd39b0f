package dev.kopilka.store.rows;

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

  private final Unit unit;

  public SettingRows(Unit unit) {
    this.unit = unit;
  }

  public Optional<String> get(String name) {
    try (var row = unit.query(GET).set(1, name)) {
      return row.next() ? Optional.of(row.text(1)) : Optional.empty();
    }
  }

  public void put(String name, String value) {
    unit.query(PUT).set(1, name).set(2, value).run();
  }
}
