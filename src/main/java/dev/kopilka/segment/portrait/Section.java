package dev.kopilka.segment.portrait;

/** The parts of a portrait, in their order. */
public enum Section {
  DEMOGRAPHICS,
  CONSUMPTION,
  RHYTHM,
  PREFERENCES,
  MOTIVATION,
  LOYALTY,
  REACH
}
