package dev.kopilka.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * The helper of a large transaction: a thread that writes, and a connection to read beside it. Work
 * is done in the order in which it comes; what failed is told to whoever hands over the next.
 */
final class Aside implements AutoCloseable {
  /** So many pieces may wait: enough to keep both threads busy, few enough to keep memory small. */
  private static final int WAITING = 3;

  private static final Runnable END = () -> {};

  private final Connection connection;
  private final Unit reader;
  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread = new Thread(this::work, "writer");
  private volatile Throwable failure;
  private boolean isEnded;

  private Aside(Connection connection) {
    this.connection = connection;
    this.reader = new Unit(connection, Sqlite.DIALECT, false);
  }

  /** Takes the snapshot now; the connection is closed with the helper. */
  static Aside of(Connection connection) {
    var aside = new Aside(connection);
    aside.reader.run("begin");
    // Only the first statement that reads takes the snapshot.
    aside.reader.run("select 1 from setting limit 1");
    aside.thread.setDaemon(true);
    aside.thread.start();
    return aside;
  }

  private void work() {
    try {
      for (var work = queue.take(); work != END; work = queue.take()) {
        if (failure == null) doOne(work);
        else if (work instanceof Mark mark) mark.run();
      }
    } catch (InterruptedException stopped) {
      failure = stopped;
    }
  }

  private void doOne(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error broken) {
      failure = broken;
    }
  }

  Unit reader() {
    return reader;
  }

  void take(Runnable work) {
    check();
    put(work);
  }

  private void put(Runnable work) {
    try {
      queue.put(work);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Says when everything before it is done, or skipped after a failure. */
  private record Mark(CountDownLatch latch) implements Runnable {
    @Override
    public void run() {
      latch.countDown();
    }
  }

  void settle() {
    if (isEnded) return;
    var mark = new Mark(new CountDownLatch(1));
    put(mark);
    try {
      mark.latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    check();
  }

  private void check() {
    if (failure instanceof RuntimeException told) throw told;
    if (failure instanceof Error told) throw told;
    if (failure != null) throw new IllegalStateException(failure);
  }

  /** Finishes the work and lets go of the snapshot. */
  void end() {
    if (isEnded) return;
    try {
      settle();
    } finally {
      stop();
    }
  }

  private void stop() {
    isEnded = true;
    put(END);
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    reader.close();
    try {
      connection.close();
    } catch (SQLException uninteresting) {
      // It has only been read from.
    }
  }

  @Override
  public void close() {
    if (!isEnded) stop();
  }
}
