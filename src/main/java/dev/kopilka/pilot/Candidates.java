package dev.kopilka.pilot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Those who take part, each with a number of chance; a million of them are twenty megabytes. */
final class Candidates {
  private static final int FIRST = 1024;

  private final Map<String, Integer> strata = new HashMap<>();
  private long[] members = new long[FIRST];
  private long[] chances = new long[FIRST];
  private int[] groups = new int[FIRST];
  private int size;

  void add(long member, long chance, String stratum) {
    if (size == members.length) {
      members = Arrays.copyOf(members, 2 * size);
      chances = Arrays.copyOf(chances, 2 * size);
      groups = Arrays.copyOf(groups, 2 * size);
    }
    members[size] = member;
    chances[size] = chance;
    groups[size] = strata.computeIfAbsent(stratum, _ -> strata.size());
    size++;
  }

  int size() {
    return size;
  }

  long member(int place) {
    return members[place];
  }

  long chance(int place) {
    return chances[place];
  }

  /** The number of the stratum that a candidate is in. */
  int group(int place) {
    return groups[place];
  }

  /** The strata by their names. */
  Map<String, Integer> strata() {
    return strata;
  }

  /** The places of all, in the order of their chances; those of one chance by member. */
  int[] byChance() {
    var order = new Integer[size];
    for (var i = 0; i < size; i++) order[i] = i;
    Arrays.sort(
        order,
        (a, b) -> {
          var first = Long.compareUnsigned(chances[a], chances[b]);
          return first != 0 ? first : Long.compare(members[a], members[b]);
        });
    var places = new int[size];
    for (var i = 0; i < size; i++) places[i] = order[i];
    return places;
  }
}
