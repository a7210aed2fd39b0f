package dev.kopilka.store.rows;

import dev.kopilka.model.Key;
import dev.kopilka.model.value.Invariant;
import dev.kopilka.store.Listed;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.FreshKeys;
import dev.kopilka.store.keys.KeyFilter;
import dev.kopilka.store.keys.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The registry of external ids: which event a (source, id) is, and what it said. Ids stand at
 * places ({@link Place}); an id whose place another one has stands in the next free one. Nothing is
 * ever taken out, so a search ends at the first free place.
 */
public final class KeyRows {
  private static final String AT =
      "select member, number, fingerprint from event_key where place = ?";
  private static final String SOME =
      """
      select k.place, k.member, k.number, k.fingerprint
      from {numbers} asked
      {join} event_key k on k.place = asked.value
      """;
  private static final String ID = "select source, id from event where member = ? and number = ?";
  private static final String INSERT =
      """
      insert into event_key (place, member, number, fingerprint)
      values (?, ?, ?, ?)
      """;

  private static final String COUNT = "select coalesce(sum(events), 0) from account";
  private static final String PLACES = "select place from event_key";

  /** So many are handed over at a time: enough to fill pages, few enough for the memory they take. */
  private static final int AHEAD = 10_000;

  /** No place: those are not negative. */
  private static final long NOWHERE = -1;

  private final Unit unit;
  private final ToLongFunction<Key> places;
  private final Runnable ahead;
  private final FreshKeys fresh = new FreshKeys();
  private final Map<Long, Known> met = new HashMap<>();
  private List<Key> loaded = List.of();
  private long[] placed = {};
  private int cursor;
  private long vacant = NOWHERE;
  private int handedOver;
  private Optional<KeyFilter> filter = Optional.empty();

  public KeyRows(Unit unit) {
    this(unit, new Place(), () -> {});
  }

  /**
   * The registry within a transaction that records events.
   *
   * @param places where an id would like to stand
   * @param ahead writes the events that wait, before the id of one of them is read
   */
  public KeyRows(Unit unit, ToLongFunction<Key> places, Runnable ahead) {
    this.unit = unit;
    this.places = places;
    this.ahead = ahead;
  }

  /** A filter of all ids for a file that has so many. */
  public static KeyFilter filter(long rows) {
    return new KeyFilter(
        rows,
        new KeyFilter.Stock() {
          @Override
          public long count(Unit unit) {
            try (var row = unit.query(COUNT)) {
              row.next();
              return row.number(1);
            }
          }

          @Override
          public void each(Unit unit, LongConsumer reader) {
            try (var row = unit.query(PLACES)) {
              while (row.next()) reader.accept(row.number(1));
            }
          }
        });
  }

  /** Asks the filter first; now, at the beginning of the transaction, it sees to be up to date. */
  public void with(KeyFilter filter) {
    filter.begin(unit);
    this.filter = Optional.of(filter);
  }

  /** Where the event with this id stands, and the fingerprint of what was asked for. */
  public record Known(long member, int number, long fingerprint) {}

  /**
   * Looks the ids up all at once; what {@link #find} then asks of these very keys costs no
   * statement, and hardly a search where they are asked for in their order.
   */
  public void load(List<Key> keys) {
    met.clear();
    loaded = keys;
    cursor = 0;
    placed = new long[keys.size()];
    for (var i = 0; i < placed.length; i++) placed[i] = places.applyAsLong(keys.get(i));
    var asked = Arrays.stream(placed).filter(this::mayStand).toArray();
    if (asked.length == 0) return;
    // In the order of the tree, so that each of its pages is read once.
    Arrays.sort(asked);
    try (var row = unit.reader().query(SOME).set(1, Listed.of(asked))) {
      while (row.next()) met.put(row.number(1), known(row, 2));
    }
  }

  private boolean mayStand(long place) {
    return filter.isEmpty() || !filter.get().isCertainlyFree(place);
  }

  /** The place of a loaded key is known by where it stands in the list; that of another is found. */
  private Optional<Long> loadedPlace(Key key) {
    for (var next = cursor; next < cursor + 2 && !loaded.isEmpty(); next++) {
      var at = next % loaded.size();
      if (loaded.get(at) == key) {
        cursor = at;
        return Optional.of(placed[at]);
      }
    }
    return Optional.empty();
  }

  /** Whether nothing stands where the id would: then it is certainly not known. */
  public boolean isFree(Key key) {
    var home = loadedPlace(key);
    return home.isPresent() ? isFree(home.get()) : at(places.applyAsLong(key)).isEmpty();
  }

  /** Of a place that was asked for: free unless something was met there or came since. */
  private boolean isFree(long loadedPlace) {
    // The filter knows what this transaction took as well, and is smaller than the list of it.
    return !mayStand(loadedPlace) || !met.containsKey(loadedPlace) && fresh.at(loadedPlace) < 0;
  }

  public Optional<Known> find(Key key) {
    return find(key, _ -> false);
  }

  /**
   * The same for a request whose fingerprint is known: the id is part of what it is taken of, so
   * equal ones need not be compared by their ids.
   */
  public Optional<Known> find(Key key, long fingerprint) {
    return find(key, known -> known.fingerprint() == fingerprint);
  }

  private Optional<Known> find(Key key, Predicate<Known> isSure) {
    var home = loadedPlace(key);
    if (home.isPresent() && isFree(home.get())) return Optional.empty();
    for (var place = home.orElseGet(() -> places.applyAsLong(key)); ; place = Place.next(place)) {
      var known = at(place);
      if (known.isEmpty() || isSure.test(known.get()) || isOf(known.get(), key)) return known;
    }
  }

  private Optional<Known> at(long place) {
    var index = fresh.at(place);
    if (index >= 0) {
      return Optional.of(
          new Known(fresh.member(index), (int) fresh.number(index), fresh.fingerprint(index)));
    }
    var known = met.get(place);
    if (known != null) return Optional.of(known);
    // Whoever finds a place empty takes it next, as a rule.
    if (place == vacant) return Optional.empty();
    var stored = stored(place);
    if (stored.isEmpty()) vacant = place;
    return stored;
  }

  /** The question about one id, to be asked beside others. */
  public Query asked(Key key) {
    return at(unit.reader(), places.applyAsLong(key));
  }

  private static Query at(Unit unit, long place) {
    return unit.query(AT).set(1, place);
  }

  private Optional<Known> stored(long place) {
    try (var row = at(unit.reader(), place)) {
      return row.next() ? Optional.of(known(row, 1)) : Optional.empty();
    }
  }

  private static Known known(Query row, int first) {
    return new Known(row.number(first), (int) row.number(first + 1), row.number(first + 2));
  }

  private boolean isOf(Known known, Key key) {
    ahead.run();
    unit.settle();
    try (var row = unit.query(ID).set(1, known.member()).set(2, known.number())) {
      return row.next() && row.text(1).equals(key.source()) && row.text(2).equals(key.id());
    }
  }

  /** Takes the id, which nothing has yet; written with the others by {@link #flush}. */
  public void add(Key key, Known known) {
    var home = loadedPlace(key);
    if (home.isPresent() && isFree(home.get())) {
      take(home.get(), known);
      return;
    }
    var place = home.orElseGet(() -> places.applyAsLong(key));
    for (var there = at(place); there.isPresent(); there = at(place)) {
      Invariant.holds(!isOf(there.get(), key), "an id is recorded once");
      place = Place.next(place);
    }
    take(place, known);
  }

  private void take(long place, Known known) {
    fresh.add(place, known.member(), known.number(), known.fingerprint());
    filter.ifPresent(all -> all.add(place));
  }

  /** How many ids wait to be written. */
  public int waiting() {
    return fresh.size();
  }

  /**
   * Has the helper write what came since the last time, if it is much: on a server it has time for
   * that now, and everybody would wait for it at the end. A file's tree wants them all together.
   */
  public void flushAhead() {
    if (!unit.isHelped() || !unit.holdsRows() || fresh.size() - handedOver < AHEAD) return;
    var keys = fresh.without(handedOver);
    handedOver = fresh.size();
    unit.later(() -> write(keys));
  }

  public void flush() {
    write(handedOver == 0 ? fresh : fresh.without(handedOver));
    fresh.clear();
    handedOver = 0;
    vacant = NOWHERE;
    met.clear();
    loaded = List.of();
  }

  private void write(FreshKeys keys) {
    if (keys.size() == 0) return;
    for (var place : keys.places()) {
      var index = keys.at(place);
      unit.query(INSERT)
          .set(1, place)
          .set(2, keys.member(index))
          .set(3, keys.number(index))
          .set(4, keys.fingerprint(index))
          .add();
    }
    unit.flush(INSERT);
  }
}
