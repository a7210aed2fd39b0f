package dev.kopilka.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * The helper of a large transaction: a thread that writes, and a connection to read beside it. Work
 * is done in the order in which it comes; what failed is told to whoever hands over the next.
 *
 * <p>On a server it is the connection to read that holds the members, until the other one has
 * committed. Should it lose its link and so let go of them too early, nothing is counted twice all
 * the same: whoever changed a member meanwhile gave the next number of an event or entry, and that
 * key of the table refuses ours.
 */
final class Aside implements AutoCloseable {
  /** So many pieces may wait: enough to keep both threads busy, few enough to keep memory small. */
  private static final int WAITING = 3;

  private static final String STILL_THERE = "select 1";

  private static final Runnable END = () -> {};

  private final Connection connection;
  private final Unit reader;
  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread = new Thread(this::work, "writer");
  private volatile Throwable failure;
  private boolean isEnded;
  private boolean isKept;

  private Aside(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.reader = new Unit(connection, dialect, dialect.holdsRows());
  }

  /** Reads from now on; the connection is closed with the helper, unless that is told to keep it. */
  static Aside of(Connection connection, Dialect dialect) throws SQLException {
    dialect.beginBeside(connection);
    var aside = new Aside(connection, dialect);
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

  /**
   * Finishes the work, so that the transaction can be committed. A snapshot is let go of before,
   * because the log cannot be emptied beyond one that is still being read; rows are held until after.
   */
  void end() {
    settle();
    if (reader.holdsRows()) reader.run(STILL_THERE);
    else stop();
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
      if (isKept) connection.rollback();
      else connection.close();
    } catch (SQLException uninteresting) {
      // It has only been read from.
    }
  }

  /** What was read stays held until the helper is closed; the connection is for the next one. */
  Connection kept() {
    isKept = true;
    return connection;
  }

  @Override
  public void close() {
    if (!isEnded) stop();
  }
}
