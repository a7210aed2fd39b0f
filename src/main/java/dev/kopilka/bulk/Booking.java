package dev.kopilka.bulk;

import dev.kopilka.model.value.Problem;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.List;

/**
 * Where requests of one sort go. Answers a batch in its order; what it writes is in the unit.
 *
 * @param <R> what is asked for
 */
public interface Booking<R> {
  List<Answer> book(Unit unit, List<R> requests);

  /** Whether those of other members do not matter to requests of these days, both included. */
  default boolean isFreeOfOthers(LocalDate first, LocalDate last) {
    return false;
  }

  /**
   * Whether requests in the order of the file may be written by a helper, because what one slice of
   * them wrote is seldom asked for by the next.
   */
  default boolean isHelped() {
    return false;
  }

  /** Tells about how many rows will come in all, where that is known. */
  default void expect(long rows) {}

  /** Lets go of what a transaction that did not come to its end has left. */
  default void forget() {}

  /** Writes what several batches of one transaction have left to be written together. */
  default void finish(Unit unit) {}

  /** What the ledger says to one request. */
  sealed interface Answer {
    record Recorded(long points) implements Answer {}

    record Repeated() implements Answer {}

    record Refused(Problem problem) implements Answer {}
  }
}
