package dev.kopilka.bulk.form;

import dev.kopilka.bulk.group.Item;
import dev.kopilka.model.value.Trouble.Finding;
import java.util.Optional;

/**
 * Makes a request of an item.
 *
 * @param <R> what is asked for
 */
public interface Form<R> {
  Filled<R> fill(Item item);

  /** Whether what becomes of an item depends on its member and what everybody shares alone. */
  default boolean isByMember() {
    return false;
  }

  /** What the order of items goes by; empty where the item is not fit to be booked anyway. */
  default Optional<Gist> gist(Item item) {
    return Optional.empty();
  }

  /**
   * What the order of items goes by.
   *
   * @param at business time, milliseconds since 1970 UTC
   * @param isShared whether it takes from something that others take from too
   */
  record Gist(String id, String member, long at, boolean isShared) {}

  /** What became of it. */
  sealed interface Filled<R> {
    record Ready<R>(R request) implements Filled<R> {}

    /**
     * The item cannot be understood.
     *
     * @param row which of its rows is wrong, from 0
     */
    record Unfit<R>(int row, Finding finding) implements Filled<R> {}
  }
}
