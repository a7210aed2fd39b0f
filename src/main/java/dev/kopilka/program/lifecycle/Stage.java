package dev.kopilka.program.lifecycle;

import java.util.List;
import java.util.Locale;

/** Where a member stands on a day: in exactly one stage of the shop's or the club's. */
public enum Stage {
  /** Shop: bought for the first time within the term. Club: the first contract is young. */
  NEW,
  /** Bought within the term and within the one before. */
  RETAINED,
  /** Bought within the term, not within the one before, but earlier. */
  REACTIVATED,
  /** Has not bought within the term. */
  DORMANT,
  /** The contract is young and not the first one. */
  NEW_RENEWED,
  /** The first contract is young, and what newcomers are shown has been seen. */
  STARTER_PACK_DONE,
  /** Comes. */
  ACTIVE,
  /** Has a contract and does not come. */
  INACTIVE,
  /** Trains with a coach. */
  IN_PERSONAL_TRAINING,
  /** The last contract ends soon or has just ended, and none follows. */
  UP_FOR_RENEWAL,
  /** Is not expected back, or has left. */
  LOST;

  /** The stages of a shop, in the order in which they are shown. */
  public static final List<Stage> SHOP = List.of(NEW, RETAINED, REACTIVATED, DORMANT, LOST);

  /** The stages of a club, in the order in which they are shown. */
  public static final List<Stage> CLUB =
      List.of(
          NEW,
          NEW_RENEWED,
          STARTER_PACK_DONE,
          ACTIVE,
          IN_PERSONAL_TRAINING,
          INACTIVE,
          UP_FOR_RENEWAL,
          LOST);

  /** As the programme file and the output write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a shop's member in this stage has bought within the term. */
  public boolean hasBought() {
    return this == NEW || this == RETAINED || this == REACTIVATED;
  }
}
