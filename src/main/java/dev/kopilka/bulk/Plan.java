package dev.kopilka.bulk;

import dev.kopilka.model.value.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * How an import is run.
 *
 * @param dryRun do everything, then roll it back
 * @param strict one rejected row undoes the whole file
 * @param maxRejects more rejected rows than this end the run
 * @param rejects where rejected rows go
 * @param words tells a problem to a person
 */
public record Plan(
    boolean dryRun,
    boolean strict,
    long maxRejects,
    Path rejects,
    String actor,
    Clock clock,
    Function<Problem, String> words,
    Watcher watcher) {

  /** Is told how far the run is, from the thread that runs it. */
  public interface Watcher {
    void at(long bytes, long rows);
  }
}
