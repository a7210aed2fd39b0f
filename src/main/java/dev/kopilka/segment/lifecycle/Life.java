package dev.kopilka.segment.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * What one member did, as far as stages ask, by day. The reader fills the same object for one member
 * after the other, so nobody may keep it.
 */
final class Life {
  /** The member stays for good, as far as is known. */
  static final int STAYS = Integer.MAX_VALUE;

  /**
   * A contract.
   *
   * @param known the day since when it is known
   * @param ends the last good day
   */
  record Contract(int known, int starts, int ends) {
    boolean isInForce(int day) {
      return known <= day && starts <= day && day <= ends;
    }
  }

  final DayList purchases = new DayList();
  final DayList visits = new DayList();
  final DayList trainings = new DayList();
  final DayList starters = new DayList();
  final List<Contract> memberships = new ArrayList<>();
  final List<Contract> lessons = new ArrayList<>();
  private long member;
  private String code = "";
  private int enrolled;
  private int left;

  void begin(long member, String code, int enrolled) {
    this.member = member;
    this.code = code;
    this.enrolled = enrolled;
    left = STAYS;
    purchases.clear();
    visits.clear();
    trainings.clear();
    starters.clear();
    memberships.clear();
    lessons.clear();
  }

  void leave(int day) {
    left = Math.min(left, day);
  }

  long member() {
    return member;
  }

  String code() {
    return code;
  }

  /** The first day with a stage. */
  int enrolled() {
    return enrolled;
  }

  boolean hasLeft(int day) {
    return left <= day;
  }

  /** The last day of all memberships that are known by then; {@link DayList#NONE} without one. */
  int endKnownOn(int day) {
    var end = DayList.NONE;
    for (var one : memberships) if (one.known() <= day) end = Math.max(end, one.ends());
    return end;
  }
}
