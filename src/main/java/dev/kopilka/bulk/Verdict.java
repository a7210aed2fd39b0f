package dev.kopilka.bulk;

import dev.kopilka.model.value.Trouble.Finding;

/** What became of one item. */
public sealed interface Verdict {
  /**
   * Booked just now.
   *
   * @param points by which it changed the balance
   */
  record Accepted(long points) implements Verdict {}

  /** Booked before with the same content. */
  record Duplicate() implements Verdict {}

  /**
   * Not booked.
   *
   * @param row which of the item's rows is to blame, from 0
   */
  record Rejected(int row, Finding finding) implements Verdict {}
}
