package dev.kopilka.bulk.group;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Things in their order, made when they are asked for or ahead of that in a thread of their own.
 * Nothing of what was handed over is shared with the thread any more.
 */
public final class Ahead<T> implements AutoCloseable {
  /** So many wait at most: memory does not grow with the file. */
  private static final int WAITING = 2;

  private static final long PATIENCE_MS = 100;

  private final Supplier<Optional<T>> maker;
  private final BlockingQueue<Optional<T>> queue = new ArrayBlockingQueue<>(WAITING);
  private final Optional<Thread> thread;
  private volatile Throwable failure;
  private volatile boolean closed;
  private final ArrayDeque<T> returned = new ArrayDeque<>();
  private final ArrayDeque<T> kept = new ArrayDeque<>();
  private boolean isKeeping;
  private boolean isOver;

  /**
   * What the maker makes until it answers nothing.
   *
   * @param hasThread whether it is asked by a thread of its own, before anybody wants an answer
   */
  public Ahead(Supplier<Optional<T>> maker, boolean hasThread) {
    this.maker = maker;
    this.thread = hasThread ? Optional.of(new Thread(this::work, "reader")) : Optional.empty();
    thread.ifPresent(
        reader -> {
          reader.setDaemon(true);
          reader.start();
        });
  }

  private void work() {
    try {
      var made = maker.get();
      while (made.isPresent() && offer(made)) made = maker.get();
    } catch (RuntimeException | Error broken) {
      // Whoever waits must hear of it, of a full memory too: else they would wait for ever.
      failure = broken;
    }
    offer(Optional.empty());
  }

  /** False when nobody wants any more. */
  private boolean offer(Optional<T> made) {
    try {
      while (!closed) {
        if (queue.offer(made, PATIENCE_MS, TimeUnit.MILLISECONDS)) return true;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /**
   * Begins an attempt at what comes next. What an earlier attempt took since {@link #done} comes
   * first once more, if it was kept.
   *
   * @param isKeeping whether this attempt, too, may have to be made again
   */
  public void attempt(boolean isKeeping) {
    while (!kept.isEmpty()) returned.addFirst(kept.removeLast());
    this.isKeeping = isKeeping;
  }

  /** The attempt succeeded: nothing of it will be asked for again. */
  public void done() {
    isKeeping = false;
    kept.clear();
  }

  /** The next one; nothing at the end. */
  public Optional<T> next() {
    var next = returned.isEmpty() ? fresh() : Optional.of(returned.removeFirst());
    if (isKeeping) next.ifPresent(kept::addLast);
    return next;
  }

  private Optional<T> fresh() {
    if (isOver) return Optional.empty();
    var next = thread.isEmpty() ? maker.get() : taken();
    isOver = next.isEmpty();
    return next;
  }

  private Optional<T> taken() {
    try {
      var next = queue.take();
      if (next.isEmpty()) check();
      return next;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void check() {
    if (failure instanceof RuntimeException told) throw told;
    if (failure instanceof Error told) throw told;
  }

  @Override
  public void close() {
    closed = true;
    try {
      if (thread.isPresent()) thread.get().join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
