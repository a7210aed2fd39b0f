package dev.kopilka.pilot.result;

import dev.kopilka.pilot.Pilot;
import dev.kopilka.pilot.Roll;
import dev.kopilka.store.Unit;
import dev.kopilka.store.pilot.DealtRows;
import dev.kopilka.store.pilot.DealtRows.Dealt;
import dev.kopilka.store.pilot.PilotRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** The arms of a pilot's members by code, of any card that they have, in eight bytes a member. */
public final class Lookup {
  /** There are no more arms than these bits can tell. */
  private static final long ARM = 127;

  private final Roll hash;
  private final Cards cards;
  private long[] keys;
  private int size;
  private final BitSet seen;

  private Lookup(Roll hash, Cards cards, int members) {
    this.hash = hash;
    this.cards = cards;
    this.keys = new long[members];
    this.seen = new BitSet(members);
  }

  public static Lookup of(Unit unit, Pilot pilot) {
    var hash = new Roll(new PilotRows(unit).salt(pilot.code()).orElseThrow());
    var lookup = new Lookup(hash, Cards.of(unit), Math.toIntExact(pilot.members()));
    var walk = new DealtRows(unit).walk(pilot.code());
    while (walk.hasNext()) lookup.deal(walk.next());
    lookup.cards.each(lookup::put);
    lookup.keys = Arrays.copyOf(lookup.keys, lookup.size);
    Arrays.sort(lookup.keys);
    return lookup;
  }

  private void deal(Dealt dealt) {
    if (cards.have(dealt.code())) cards.deal(dealt.code(), dealt.arm());
    else put(dealt.code(), dealt.arm());
  }

  private void put(String code, int arm) {
    keys[size++] = hash.number(code) & ~ARM | arm;
  }

  /** What is known of a code. */
  public sealed interface Place {
    /** Nobody of this pilot. */
    record Stranger() implements Place {}

    /** Somebody who was asked for before. */
    record Again() implements Place {}

    /** A member of that arm, asked for for the first time. */
    record Dealt(int arm) implements Place {}
  }

  public Place of(String code) {
    var key = hash.number(cards.now(code)) & ~ARM;
    var found = Arrays.binarySearch(keys, key);
    var place = found >= 0 ? found : -found - 1;
    if (place == keys.length || (keys[place] & ~ARM) != key) return new Place.Stranger();
    if (seen.get(place)) return new Place.Again();
    seen.set(place);
    return new Place.Dealt((int) (keys[place] & ARM));
  }

  /** Hands over the arm of everybody who was never asked for; answers how many these are. */
  public long eachUnseen(IntConsumer reader) {
    var unseen = 0L;
    for (var i = seen.nextClearBit(0); i < keys.length; i = seen.nextClearBit(i + 1)) {
      reader.accept((int) (keys[i] & ARM));
      unseen++;
    }
    return unseen;
  }
}
