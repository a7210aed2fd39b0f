package dev.kopilka.outage;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Cluster;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Some work at the same time on a server, which is stopped and started again meanwhile. */
final class Shift {
  private static final long PATIENCE_S = 180;

  private final Cluster cluster;
  private final int workers;
  private int waiting;
  private long moment = Typed.NOW.toEpochMilli();
  private long answers;
  private boolean isAway;
  private boolean isOver;

  /** One of so many workers. */
  Shift(Cluster cluster, int workers) {
    this.cluster = cluster;
    this.workers = workers;
  }

  /**
   * Stops the server at once, and starts it again.
   *
   * @param isLong only when everybody has been told that it is away
   */
  void strike(boolean isLong) throws IOException, InterruptedException {
    away(true);
    cluster.stopAtOnce();
    if (isLong) awaitAll();
    cluster.start();
    away(false);
  }

  private synchronized void awaitAll() throws InterruptedException {
    while (waiting < workers && !isOver) wait();
  }

  private synchronized void away(boolean isAway) {
    this.isAway = isAway;
    notifyAll();
  }

  /** A moment at which nobody else asks for anything. */
  synchronized long moment() {
    return ++moment;
  }

  /** Somebody was told that what they asked for is done. */
  synchronized void answered() {
    answers++;
    notifyAll();
  }

  /** Waits until so many more were. */
  synchronized void more(long count) throws InterruptedException {
    var enough = answers + count;
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (answers < enough) {
      var left = deadline - System.nanoTime();
      if (isOver || left <= 0) {
        throw new AssertionError(isOver ? "somebody left before the end" : "nothing goes on");
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  /** Whoever was told that the server is away comes back when it is there, or when all is over. */
  synchronized void awaitServer() throws InterruptedException {
    waiting++;
    notifyAll();
    while (isAway && !isOver) wait();
    waiting--;
  }

  synchronized void end() {
    isOver = true;
    notifyAll();
  }

  synchronized boolean isOver() {
    return isOver;
  }
}
