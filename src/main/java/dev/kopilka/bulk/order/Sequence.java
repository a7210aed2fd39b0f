package dev.kopilka.bulk.order;

import dev.kopilka.bulk.group.Items;

/**
 * The items of a file in the order in which they are booked: member by member where that changes
 * nothing, else as they stand in the file.
 *
 * @param isHelped whether slices of them are written by a helper, in large transactions
 * @param rows how many there are; 0 when they were not counted
 */
public record Sequence(Items items, boolean isByMember, boolean isHelped, long rows) {
  public static Sequence asInFile(Items items) {
    return new Sequence(items, false, false, 0);
  }

  /** As in the file too, but slice after slice, read ahead and written by a helper. */
  public static Sequence helped(Items items) {
    return new Sequence(items, false, true, 0);
  }
}
