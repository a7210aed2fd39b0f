package dev.kopilka.store.person;

import dev.kopilka.store.Listed;
import dev.kopilka.store.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Free facts about members, by name. */
public final class AttributeRows {
  private static final String OF =
      "select name, value from attribute where member = ? order by name";
  // The index holds cards alone, and is used only where the statement says so too.
  private static final String BY_CARD =
      "select member from attribute where name = 'card' and value = ?";
  private static final String BY_CARDS =
      """
      select attribute.value, member
      from {texts} asked
      {join} attribute on name = 'card' and attribute.value = asked.value
      """;
  private static final String CARDS = "select value from attribute where name = 'card'";
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

  /** Hands over every card's number, in no order. */
  public void eachCard(Consumer<String> reader) {
    try (var row = unit.query(CARDS)) {
      while (row.next()) reader.accept(row.text(1));
    }
  }

  /** The member whose attribute {@code card} is this number; 0 when there is none. */
  public long byCard(String card) {
    try (var row = unit.query(BY_CARD).set(1, card)) {
      return row.next() ? row.number(1) : 0;
    }
  }

  /** The members whose attribute {@code card} is one of these numbers. */
  public Map<String, Long> byCards(Collection<String> cards) {
    var members = new HashMap<String, Long>();
    try (var row = unit.query(BY_CARDS).set(1, Listed.of(cards))) {
      while (row.next()) members.put(row.text(1), row.number(2));
    }
    return members;
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
