package dev.kopilka.outage;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Cluster;
import java.io.IOException;

/** Some work at the same time on a server, which is stopped and started again meanwhile. */
final class Shift {
  private static final int PATIENCE_S = 180;

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

  /** Waits until so many more were; fails when for a long time nobody is. */
  synchronized void more(long count) throws InterruptedException {
    var enough = answers + count;
    // Seconds are counted, not read from a clock: the whole test may be held up for a while.
    for (var idle = 0; answers < enough; idle++) {
      if (isOver) throw new AssertionError("somebody left before the end");
      if (idle == PATIENCE_S) throw new AssertionError("nothing goes on");
      var before = answers;
      wait(1_000);
      if (answers > before) idle = 0;
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
