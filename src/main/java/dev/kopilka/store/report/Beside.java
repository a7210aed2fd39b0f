package dev.kopilka.store.report;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A question that may be answered in a thread of its own while its asker goes on with another. */
public final class Beside<T> implements AutoCloseable {
  private final FutureTask<T> answer;
  private final Optional<Thread> thread;

  private Beside(FutureTask<T> answer, Optional<Thread> thread) {
    this.answer = answer;
    this.thread = thread;
  }

  /**
   * Asks.
   *
   * @param atOnce in a thread of its own; otherwise only when somebody wants the answer
   */
  public static <T> Beside<T> ask(boolean atOnce, Supplier<T> question) {
    var answer = new FutureTask<T>(question::get);
    var thread = Thread.ofPlatform().daemon().name("beside").unstarted(answer);
    if (!atOnce) return new Beside<>(answer, Optional.empty());
    thread.start();
    return new Beside<>(answer, Optional.of(thread));
  }

  /** The answer; what went wrong there goes wrong here. */
  public T get() {
    // Does nothing where it has run or is running.
    answer.run();
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException told) throw told;
      if (e.getCause() instanceof Error told) throw told;
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }

  private static IllegalStateException interrupted(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(stopped);
  }

  /** Waits until it no longer reads: its connection may be closed then. */
  @Override
  public void close() {
    try {
      if (thread.isPresent()) thread.get().join();
    } catch (InterruptedException stopped) {
      throw interrupted(stopped);
    }
  }
}
