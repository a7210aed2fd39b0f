package dev.kopilka.model;

import java.util.Locale;

/** How an entry moves points. The number is stored and hashed, so it never changes. */
public enum EntryKind {
  /** Points given by a rule; opens a lot with what a debt leaves. */
  EARN(1),
  /** Points of a returned purchase taken back. */
  RETURN(2),
  /** Points spent from free lots. */
  REDEEM(3),
  /** Points spent from lots that a hold had reserved. */
  CAPTURE(4),
  /** Spent points given back to their own lots, or to a new lot where these have lapsed. */
  RESTORE(5),
  /** What was left of one lot after its last good day. */
  EXPIRE(6),
  /** A correction by hand, with reason and actor. */
  ADJUST(7),
  /** A balance brought over from another system. */
  OPENING(8),
  /** Points reserved: no movement of the balance. */
  HOLD(9),
  /** Reserved points set free: no movement of the balance. */
  RELEASE(10),
  /** A new standing on the tier ladder: no movement of points. */
  TIER(11),
  /** A later last good day for the lots that it names: no movement of points. */
  EXTEND(12),
  /** Points that went to another member, or came from one. */
  TRANSFER(13),
  /** Points, or a debt, that went to the member who this one turned out to be, or came so. */
  MERGE(14),
  /** What a merge had moved goes back. */
  UNMERGE(15),
  /** A tier given by hand: a floor until it is released. No movement of points. */
  GRANT(16),
  /** The tier given by hand is released; what the rules give stands. No movement of points. */
  REVOKE(17);

  private static final EntryKind[] ALL = values();

  private final int number;

  EntryKind(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The word for output: lower case, never translated. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this stored number; throws when there is none, which is a damaged ledger. */
  public static EntryKind of(int number) {
    if (number < 1 || number > ALL.length) {
      throw new IllegalArgumentException("no entry kind has the number " + number);
    }
    return ALL[number - 1];
  }
}
