package dev.kopilka.pilot.result;

import dev.kopilka.pilot.Pilot;
import dev.kopilka.pilot.Roll;
import dev.kopilka.store.Unit;
import dev.kopilka.store.pilot.DealtRows;
import dev.kopilka.store.pilot.PilotRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/** The arms of a pilot's members by code, in eight bytes a member. */
public final class Lookup {
  /** There are no more arms than these bits can tell. */
  private static final long ARM = 127;

  private final Roll hash;
  private final long[] keys;
  private final BitSet seen;

  private Lookup(Roll hash, long[] keys) {
    this.hash = hash;
    this.keys = keys;
    this.seen = new BitSet(keys.length);
  }

  public static Lookup of(Unit unit, Pilot pilot) {
    var hash = new Roll(new PilotRows(unit).salt(pilot.code()).orElseThrow());
    var keys = new long[Math.toIntExact(pilot.members())];
    var size = 0;
    var walk = new DealtRows(unit).walk(pilot.code());
    while (walk.hasNext()) {
      var dealt = walk.next();
      keys[size++] = hash.number(dealt.code()) & ~ARM | dealt.arm();
    }
    Arrays.sort(keys);
    return new Lookup(hash, keys);
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
    var key = hash.number(code) & ~ARM;
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
