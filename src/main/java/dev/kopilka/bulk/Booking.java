package dev.kopilka.bulk;

import dev.kopilka.model.value.Problem;
import dev.kopilka.store.Unit;
import java.util.List;

/**
 * Where requests of one sort go. Answers a batch in its order; what it writes is in the unit.
 *
 * @param <R> what is asked for
 */
public interface Booking<R> {
  List<Answer> book(Unit unit, List<R> requests);

  /** What the ledger says to one request. */
  sealed interface Answer {
    record Recorded(long points) implements Answer {}

    record Repeated() implements Answer {}

    record Refused(Problem problem) implements Answer {}
  }
}
