package dev.kopilka.store.rows;

import dev.kopilka.model.Key;
import dev.kopilka.store.Unit;
import java.util.Optional;

/** The registry of external ids: which event a (source, id) is, and what it said. */
public final class KeyRows {
  private static final String FIND =
      """
      select member, number, fingerprint
      from event_key
      where source = ? and id = ?
      """;
  private static final String INSERT =
      """
      insert into event_key (source, id, member, number, fingerprint)
      values (?, ?, ?, ?, ?)
      """;

  private final Unit unit;

  public KeyRows(Unit unit) {
    this.unit = unit;
  }

  /** Where the event with this id stands, and the fingerprint of what was asked for. */
  public record Known(long member, int number, long fingerprint) {}

  public Optional<Known> find(Key key) {
    try (var query = unit.query(FIND).set(1, key.source()).set(2, key.id())) {
      if (!query.next()) return Optional.empty();
      return Optional.of(new Known(query.number(1), (int) query.number(2), query.number(3)));
    }
  }

  public void add(Key key, Known known) {
    unit.query(INSERT)
        .set(1, key.source())
        .set(2, key.id())
        .set(3, known.member())
        .set(4, known.number())
        .set(5, known.fingerprint())
        .add();
  }

  public void flush() {
    unit.flush(INSERT);
  }
}
