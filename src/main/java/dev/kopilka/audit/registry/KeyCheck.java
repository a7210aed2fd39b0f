package dev.kopilka.audit.registry;

import dev.kopilka.audit.Fault;
import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.model.Event;
import dev.kopilka.model.Key;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.Place;
import dev.kopilka.store.proof.Registry;
import dev.kopilka.store.proof.Registry.Placed;
import dev.kopilka.store.proof.Registry.Said;
import dev.kopilka.store.proof.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the registry of ids with the events: as sums first, and only where these differ row by
 * row. What belongs to a member whose history is broken is not looked at.
 */
public final class KeyCheck {
  private static final String TABLE = "event_key";

  /** Ids that share a place stand side by side; so many do not by chance. */
  private static final int NEAR = 64;

  private final Place places = new Place();
  private final KeySum expected;
  private final KeySum stored;
  private final Set<Long> broken = new HashSet<>();
  private final Set<Long> bad = new HashSet<>();
  private final List<Found> found = new ArrayList<>();

  public KeyCheck(KeySum.Secrets secrets) {
    expected = new KeySum(secrets);
    stored = new KeySum(secrets);
  }

  public void take(Event event) {
    expected.take(
        places.applyAsLong(event.key()), event.member(), event.number(), event.fingerprint());
  }

  public void skip(long member) {
    broken.add(member);
  }

  /** Takes the registry's own rows in whose places lie in the span. */
  public void take(Unit unit, Span span) {
    new Registry(unit).each(span, stored::take);
  }

  /** Takes in what another check of the same ledger took in. */
  public void add(KeyCheck other) {
    expected.add(other.expected);
    stored.add(other.stored);
    broken.addAll(other.broken);
  }

  /** What is wrong, once all events and all of the registry are taken in. */
  public List<Found> found(Unit unit) {
    if (stored.isSame(expected)) return List.of();
    var registry = new Registry(unit);
    registry.eachEvent(said -> check(registry, said));
    registry.each(row -> checkStray(registry, row));
    return found;
  }

  private void check(Registry registry, Said said) {
    if (broken.contains(said.member())) return;
    var place = places.applyAsLong(said.key());
    var row = registry.at(place);
    while (row.isPresent() && !isOf(row.get(), said) && isOfAnother(registry, row.get())) {
      place = Place.next(place);
      row = registry.at(place);
    }
    var should = new Placed(place, said.member(), said.number(), said.fingerprint());
    if (row.isPresent() && row.get().equals(should)) return;
    var fault = Fault.of(TABLE, name(said.key()), Kind.ROW_MISSING);
    if (row.isPresent()) {
      bad.add(place);
      fault =
          Fault.of(TABLE, name(said.key()), Kind.VALUE_DIFFERS)
              .expected(text(should))
              .found(text(row.get()));
    }
    found.add(new Found(said.member(), false, fault));
  }

  private static boolean isOf(Placed row, Said said) {
    return row.member() == said.member() && row.number() == said.number();
  }

  /** Whether the row leads to an event whose id would like to stand here or a little before. */
  private boolean isOfAnother(Registry registry, Placed row) {
    var said = registry.event(row.member(), row.number());
    if (said.isEmpty()) return false;
    var after = row.place() - places.applyAsLong(said.get().key()) & Long.MAX_VALUE;
    return after < NEAR;
  }

  private void checkStray(Registry registry, Placed row) {
    if (bad.contains(row.place()) || broken.contains(row.member())) return;
    if (isOfAnother(registry, row) && isFirst(registry, row)) return;
    var fault = Fault.of(TABLE, "#" + row.place(), Kind.ROW_UNKNOWN).found(text(row));
    found.add(new Found(row.member(), true, fault));
  }

  /** An event has one row: a second one behind the first leads to it too, and is one too many. */
  private boolean isFirst(Registry registry, Placed row) {
    var said = registry.event(row.member(), row.number()).orElseThrow();
    var place = places.applyAsLong(said.key());
    while (place != row.place()) {
      var there = registry.at(place);
      if (there.isEmpty() || isOf(there.get(), said)) return false;
      place = Place.next(place);
    }
    return true;
  }

  private static String name(Key key) {
    return key.source() + ":" + key.id();
  }

  private static String text(Placed row) {
    return "member=" + row.member() + ",number=" + row.number() + ",fingerprint="
        + row.fingerprint();
  }
}
