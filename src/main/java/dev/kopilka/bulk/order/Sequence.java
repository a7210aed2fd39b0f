package dev.kopilka.bulk.order;

import dev.kopilka.bulk.group.Items;

/**
 * The items of a file in the order in which they are booked: member by member where that changes
 * nothing, else as they stand in the file.
 *
 * @param rows how many there are; 0 when they were not counted
 */
public record Sequence(Items items, boolean isByMember, long rows) {
  public static Sequence asInFile(Items items) {
    return new Sequence(items, false, 0);
  }
}
