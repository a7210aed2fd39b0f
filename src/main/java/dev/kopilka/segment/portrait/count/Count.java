package dev.kopilka.segment.portrait.count;

/**
 * Members in the segment and outside of it, and what they have of something: themselves, receipts or
 * money. One member is added once.
 */
public final class Count {
  private static final int GROUPS = 2;

  private final long[] members = new long[GROUPS];
  private final long[] units = new long[GROUPS];

  /** The two groups: those in the segment, and the others. */
  public enum Group {
    SEGMENT,
    REST
  }

  /** One member of the group, who has so many. */
  public void add(Group group, long more) {
    members[group.ordinal()]++;
    units[group.ordinal()] = Math.addExact(units[group.ordinal()], more);
  }

  /** What two counts have together, as if nobody were in both. */
  public void add(Count other) {
    for (var group : Group.values()) {
      members[group.ordinal()] += other.members[group.ordinal()];
      units[group.ordinal()] =
          Math.addExact(units[group.ordinal()], other.units[group.ordinal()]);
    }
  }

  public long members(Group group) {
    return members[group.ordinal()];
  }

  public long members() {
    return members(Group.SEGMENT) + members(Group.REST);
  }

  public long units(Group group) {
    return units[group.ordinal()];
  }

  public long units() {
    return Math.addExact(units(Group.SEGMENT), units(Group.REST));
  }

  /** Whether it is about somebody, but about fewer than so many, in one of the groups. */
  public boolean isSmall(int least) {
    return isSmall(members(Group.SEGMENT), least) || isSmall(members(Group.REST), least);
  }

  /** Whether those of the whole who are not counted here are that few. */
  public boolean leavesFew(Count whole, int least) {
    for (var group : Group.values()) {
      if (isSmall(whole.members(group) - members(group), least)) return true;
    }
    return false;
  }

  public static boolean isSmall(long members, int least) {
    return members > 0 && members < least;
  }
}
