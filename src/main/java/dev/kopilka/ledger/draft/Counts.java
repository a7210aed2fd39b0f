package dev.kopilka.ledger.draft;

import java.time.LocalDate;

/** Sums beyond the member's own account that a decision must look at. */
public interface Counts {
  /** Points that the rule has given so far out of its budget. */
  long given(String rule);

  /** Units of the reward put on top of the programme's stock, less those taken. */
  long stockChange(String reward);

  /** Points that the member gave away to others in the calendar month of the day. */
  long transferred(long member, LocalDate day);

  /** Points that the actor has adjusted by hand on the ledger's today, as amounts. */
  long adjusted(String actor);
}
