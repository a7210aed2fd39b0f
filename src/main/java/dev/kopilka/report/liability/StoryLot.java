package dev.kopilka.report.liability;

import dev.kopilka.model.EntryKind;

/** A lot while its story is told; days are counted since 1970-01-01. */
public final class StoryLot {
  private final EntryKind openedBy;
  private final String rule;
  private final long earnedOn;
  private final long activeFrom;
  private long expiresOn;
  private long remaining;

  StoryLot(EntryKind openedBy, String rule, long earnedOn, long activeFrom) {
    this.openedBy = openedBy;
    this.rule = rule;
    this.earnedOn = earnedOn;
    this.activeFrom = activeFrom;
  }

  public EntryKind openedBy() {
    return openedBy;
  }

  /** Code of the rule or reason that opened it; it goes along when points move to another member. */
  public String rule() {
    return rule;
  }

  public long earnedOn() {
    return earnedOn;
  }

  /** The last good day as it is now. */
  public long expiresOn() {
    return expiresOn;
  }

  /** Points that are neither spent nor gone, in smallest units; held ones are there. */
  public long remaining() {
    return remaining;
  }

  /** How old it is on that day, in days. */
  public int ageOn(long day) {
    return Math.clamp(day - earnedOn, 0, Integer.MAX_VALUE);
  }

  void fill(long points) {
    remaining += points;
  }

  void take(long points) {
    remaining -= points;
  }

  void expireOn(long day) {
    expiresOn = day;
  }

  boolean isSpendable(long day) {
    return remaining > 0 && activeFrom <= day && day <= expiresOn;
  }
}
