package dev.kopilka.program;

/** A kind of loyalty mechanic that a programme may combine with others. */
public enum Mechanic {
  BONUS,
  TIERS,
  DISCOUNT,
  CLUB
}
