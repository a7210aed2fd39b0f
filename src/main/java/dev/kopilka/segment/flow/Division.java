package dev.kopilka.segment.flow;

import java.util.Arrays;
import java.util.List;

/** Which member is in which group: a byte a member, so that a million of them take a megabyte. */
public final class Division {
  private static final int MOST = Byte.MAX_VALUE;

  private final List<?> names;
  private final byte[] places;

  /**
   * Nobody in any group yet.
   *
   * @param names of the groups, texts or constants, at most 127
   * @param last the highest number of a member
   */
  public Division(List<?> names, long last) {
    if (names.size() > MOST) throw new IllegalArgumentException(names.size() + " groups");
    this.names = List.copyOf(names);
    places = new byte[Math.toIntExact(last + 1)];
    Arrays.fill(places, (byte) Flow.NOWHERE);
  }

  public List<?> names() {
    return names;
  }

  public void put(long member, int place) {
    places[(int) member] = (byte) place;
  }

  /** The place in the names, or {@link Flow#NOWHERE}. */
  public int place(long member) {
    return places[(int) member];
  }
}
