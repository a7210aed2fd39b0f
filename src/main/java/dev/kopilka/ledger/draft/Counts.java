package dev.kopilka.ledger.draft;

import dev.kopilka.model.Event;
import java.time.LocalDate;

/** Sums beyond the member's own account that a decision must look at. */
public interface Counts {
  /** Points that the rule has given so far out of its budget. */
  long given(String rule);

  /** Units of the reward put on top of the programme's stock, less those taken. */
  long stockChange(String reward);

  /** Points that the member gave away to others in the calendar month of the day. */
  long transferred(long member, LocalDate day);

  /**
   * When the member last bought, with cards that were merged into it too, but not with this one of
   * them nor with what came with it; in milliseconds since 1970 UTC, 0 for never.
   */
  long lastPurchaseWithout(long member, long merged);

  /** When the person last bought but for that purchase, which is being undone; else the same. */
  long lastPurchaseBut(long member, Event purchase);

  /** Points that the actor has adjusted by hand on the ledger's today, as amounts. */
  long adjusted(String actor);
}
