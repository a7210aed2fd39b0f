package dev.kopilka.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Does spans of work by several hands at once, each in a thread of its own, the first one in the
 * caller's. Whoever is free takes the next span; answers come back in the order of the spans.
 */
final class Crew<H> {
  private final List<H> hands;
  private final LongConsumer progress;
  private final Thread caller = Thread.currentThread();
  private final AtomicLong done = new AtomicLong();

  Crew(List<H> hands, LongConsumer progress) {
    this.hands = hands;
    this.progress = progress;
  }

  /** What a hand does with a span, telling how much more is done. */
  interface Work<H, S, A> {
    A apply(H hand, S span, LongConsumer done);
  }

  /** Deals the spans out and waits for all; the first failure of any hand is the caller's. */
  <S, A> List<A> deal(List<S> spans, Work<H, S, A> work) {
    return new Deal<>(spans, work).answers();
  }

  private void advance(long more) {
    var all = done.addAndGet(more);
    // A bar is drawn by one thread.
    if (Thread.currentThread() == caller) progress.accept(all);
  }

  private final class Deal<S, A> {
    private final List<S> spans;
    private final Work<H, S, A> work;
    private final List<A> answers;
    private final AtomicInteger next = new AtomicInteger();
    private volatile Throwable failure;

    Deal(List<S> spans, Work<H, S, A> work) {
      this.spans = spans;
      this.work = work;
      this.answers = new ArrayList<>(Collections.nCopies(spans.size(), null));
    }

    List<A> answers() {
      var threads = new ArrayList<Thread>();
      for (var hand : hands.subList(1, hands.size())) {
        threads.add(Thread.ofPlatform().daemon().name("reader").start(() -> take(hand)));
      }
      take(hands.getFirst());
      for (var thread : threads) await(thread);
      if (failure instanceof RuntimeException told) throw told;
      if (failure instanceof Error told) throw told;
      return answers;
    }

    /** Each answer has a place of its own, and a thread's end makes its answers seen. */
    private void take(H hand) {
      try {
        for (var i = next.getAndIncrement(); i < spans.size(); i = next.getAndIncrement()) {
          if (failure != null) return;
          answers.set(i, work.apply(hand, spans.get(i), Crew.this::advance));
        }
      } catch (RuntimeException | Error broken) {
        failure = broken;
      }
    }

    private void await(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}
