package dev.kopilka.ledger.draft;

/** Sums over all members that a decision must look at. */
public interface Counts {
  /** Points that the rule has given so far out of its budget. */
  long given(String rule);

  /** Units of the reward put on top of the programme's stock, less those taken. */
  long stockChange(String reward);

  /** Points that the actor has adjusted by hand on the ledger's today, as amounts. */
  long adjusted(String actor);
}
