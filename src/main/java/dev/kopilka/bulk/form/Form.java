package dev.kopilka.bulk.form;

import dev.kopilka.bulk.group.Item;
import dev.kopilka.model.value.Trouble.Finding;

/**
 * Makes a request of an item.
 *
 * @param <R> what is asked for
 */
public interface Form<R> {
  Filled<R> fill(Item item);

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
