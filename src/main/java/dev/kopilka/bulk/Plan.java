package dev.kopilka.bulk;

import dev.kopilka.bulk.run.Baton;
import dev.kopilka.bulk.run.Ceiling;
import dev.kopilka.model.value.Problem;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.RunRows.Named;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * How an import is run.
 *
 * @param dryRun do everything, then roll it back
 * @param strict one rejected row undoes the whole file
 * @param ceiling more rejected rows than this end the run
 * @param rejects where rejected rows go
 * @param named what the run is about: by this it is known again when it is continued
 * @param words tells a problem to a person
 */
public record Plan(
    boolean dryRun,
    boolean strict,
    Ceiling ceiling,
    Path rejects,
    Named named,
    Clock clock,
    Function<Problem, String> words,
    Watcher watcher) {

  /** Is told how far the run is, from the thread that runs it. */
  public interface Watcher {
    /** The run begins, or goes on where it was left. */
    void begins(Baton baton);

    /** Lines of a receipt stand apart: they are brought together before anything is booked. */
    default void gathers() {}

    void at(long bytes, long rows);

    /** All that the run writes can be read in this unit. */
    default void ended(Unit unit) {}
  }

  /** Whether the whole file is one transaction. */
  boolean isOneUnit() {
    return strict || dryRun;
  }
}
