package dev.kopilka.store.person;

import dev.kopilka.store.Unit;
import java.util.SortedMap;
import java.util.TreeMap;

/** Free facts about members, by name. */
public final class AttributeRows {
  private static final String OF =
      "select name, value from attribute where member = ? order by name";
  private static final String SAVE =
      """
      insert into attribute (member, name, value)
      values (?, ?, ?)
      on conflict (member, name) do update set value = excluded.value
      """;
  private static final String DROP = "delete from attribute where member = ? and name = ?";

  private final Unit unit;

  public AttributeRows(Unit unit) {
    this.unit = unit;
  }

  public SortedMap<String, String> of(long member) {
    var attributes = new TreeMap<String, String>();
    try (var row = unit.query(OF).set(1, member)) {
      while (row.next()) attributes.put(row.text(1), row.text(2));
    }
    return attributes;
  }

  /** Adds the row to the batch. */
  public void save(long member, String name, String value) {
    unit.query(SAVE).set(1, member).set(2, name).set(3, value).add();
  }

  public void drop(long member, String name) {
    unit.query(DROP).set(1, member).set(2, name).run();
  }

  public void flush() {
    unit.flush(SAVE);
  }
}
