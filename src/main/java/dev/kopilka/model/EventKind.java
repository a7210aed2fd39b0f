package dev.kopilka.model;

import java.util.Locale;
import java.util.Optional;

/** What kind of fact an event is. The number is stored and hashed, so it never changes. */
public enum EventKind {
  PURCHASE(1, "purchases"),
  RETURN(2, "returns"),
  ACTIVITY(3, "activities"),
  ADJUSTMENT(4, "adjustments"),
  OPENING(5, "balances"),
  REDEMPTION(6, "redemptions"),
  HOLD(7, "holds"),
  CAPTURE(8, "captures"),
  RELEASE(9, "releases"),
  REVERSAL(10, "reversals"),
  ENROLMENT(11, "members"),
  LEAVING(12, "leavings"),
  /** Points go to another member. */
  TRANSFER(13, "transfers"),
  /** The other end of a transfer. */
  TRANSFER_IN(14, "transfers.in"),
  /** The member turns out to be another one. */
  MERGE(15, "merges"),
  /** The other one takes over what the merged member had. */
  MERGE_IN(16, "merges.in"),
  UNMERGE(17, "unmerges"),
  UNMERGE_IN(18, "unmerges.in"),
  /** A tier given by hand, or released. */
  TIER(19, "tiers"),
  SURVEY(21, "surveys"),
  CONTRACT(22, "contracts");

  private static final int MOST = 32;
  private static final EventKind[] BY_NUMBER = new EventKind[MOST];

  static {
    for (var kind : values()) BY_NUMBER[kind.number] = kind;
  }

  private final int number;
  private final String source;

  EventKind(int number, String source) {
    this.number = number;
    this.source = source;
  }

  public int number() {
    return number;
  }

  /** The source under which ids of this kind are kept when the caller names none. */
  public String defaultSource() {
    return source;
  }

  /** The kind under which the same request is recorded with a second member, if it has one. */
  public Optional<EventKind> counterpart() {
    return switch (this) {
      case TRANSFER -> Optional.of(TRANSFER_IN);
      case MERGE -> Optional.of(MERGE_IN);
      case UNMERGE -> Optional.of(UNMERGE_IN);
      case PURCHASE, RETURN, ACTIVITY, ADJUSTMENT, OPENING, REDEMPTION, HOLD, CAPTURE, RELEASE,
          REVERSAL, ENROLMENT, LEAVING, TRANSFER_IN, MERGE_IN, UNMERGE_IN, TIER, SURVEY,
          CONTRACT ->
          Optional.empty();
    };
  }

  /** The word for output: lower case, never translated. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this stored number; throws when there is none, which is a damaged ledger. */
  public static EventKind of(int number) {
    if (number < 1 || number >= MOST || BY_NUMBER[number] == null) {
      throw new IllegalArgumentException("no event kind has the number " + number);
    }
    return BY_NUMBER[number];
  }
}
