package dev.kopilka.segment.portrait.count;

import dev.kopilka.segment.portrait.count.Count.Group;

/** Numbers of one kind: one a member, or several. */
public final class Means {
  private final Count members = new Count();
  private final Moments segment = new Moments();
  private final Moments rest = new Moments();

  public void add(Group group, long value) {
    members.add(group, 1);
    of(group).add(value);
  }

  /** All the numbers of one member. */
  public void add(Group group, Moments values) {
    if (values.count() == 0) return;
    members.add(group, 1);
    of(group).add(values);
  }

  public Moments of(Group group) {
    return group == Group.SEGMENT ? segment : rest;
  }

  public Count members() {
    return members;
  }
}
