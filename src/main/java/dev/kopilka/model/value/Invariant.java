package dev.kopilka.model.value;

/** What must never be false. Always on: a ledger that disagrees with itself stops (exit 1). */
public final class Invariant {
  private Invariant() {}

  public static void holds(boolean condition, String otherwise) {
    if (!condition) throw new IllegalStateException("invariant broken: " + otherwise);
  }
}
