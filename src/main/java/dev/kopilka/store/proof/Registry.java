package dev.kopilka.store.proof;

import dev.kopilka.model.Key;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.Optional;
import java.util.function.Consumer;

/** The registry of external ids as raw rows, and the events that they should lead to. */
public final class Registry {
  private static final String ALL =
      "select place, member, number, fingerprint from event_key order by place";
  private static final String SPAN =
      "select place, member, number, fingerprint from event_key where place between ? and ?";
  private static final String AT =
      "select place, member, number, fingerprint from event_key where place = ?";
  private static final String EVENTS =
      "select member, number, fingerprint, source, id from event order by member, number";
  private static final String EVENT =
      """
      select member, number, fingerprint, source, id
      from event
      where member = ? and number = ?
      """;

  private final Unit unit;

  public Registry(Unit unit) {
    this.unit = unit;
  }

  /** A row of the registry. */
  public record Placed(long place, long member, long number, long fingerprint) {}

  /** What an event says of itself. */
  public record Said(long member, long number, long fingerprint, Key key) {}

  /** Hands over all rows in the order of their places. */
  public void each(Consumer<Placed> reader) {
    try (var row = unit.query(ALL)) {
      while (row.next()) reader.accept(placed(row));
    }
  }

  /** Takes the four numbers of a row, which it is cheaper not to wrap. */
  public interface Numbers {
    void take(long place, long member, long number, long fingerprint);
  }

  /** Hands over the rows with such places. */
  public void each(Span places, Numbers reader) {
    try (var row = places.bind(unit.query(SPAN))) {
      while (row.next()) {
        reader.take(row.number(1), row.number(2), row.number(3), row.number(4));
      }
    }
  }

  public Optional<Placed> at(long place) {
    try (var row = unit.query(AT).set(1, place)) {
      return row.next() ? Optional.of(placed(row)) : Optional.empty();
    }
  }

  /** Hands over what all events say, in the order of the ledger. */
  public void eachEvent(Consumer<Said> reader) {
    try (var row = unit.query(EVENTS)) {
      while (row.next()) reader.accept(said(row));
    }
  }

  public Optional<Said> event(long member, long number) {
    try (var row = unit.query(EVENT).set(1, member).set(2, number)) {
      return row.next() ? Optional.of(said(row)) : Optional.empty();
    }
  }

  private static Placed placed(Query row) {
    return new Placed(row.number(1), row.number(2), row.number(3), row.number(4));
  }

  private static Said said(Query row) {
    var key = new Key(row.text(4), row.text(5));
    return new Said(row.number(1), row.number(2), row.number(3), key);
  }
}
