package dev.kopilka.store.server;

import dev.kopilka.model.value.Trouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * How a transaction that lost a race or its link is tried again: the whole of it, decisions included,
 * a bounded number of times, after waits that grow and differ.
 *
 * @param most how often at most
 * @param patience how long at most while the server is away, milliseconds
 */
public record Attempts(int most, long patience) {
  public static final Attempts ONE = new Attempts(1, 0);

  private static final String CONFLICT = "DATABASE_CONFLICT";
  private static final String AWAY = "DATABASE_AWAY";
  private static final Set<String> PASSING = Set.of(CONFLICT, AWAY);
  private static final long FIRST_WAIT = 2;
  private static final long LONGEST_WAIT = 500;

  /** Runs the work until it succeeds or there is no sense in trying once more. */
  public <T> T of(Supplier<T> work) {
    var deadline = System.nanoTime() + patience * 1_000_000;
    // Two that met once would meet again and again if they waited alike.
    var random = new Random(System.nanoTime() ^ ProcessHandle.current().pid() << 32);
    for (var conflicts = 1; ; ) {
      try {
        return work.get();
      } catch (Trouble.Storage trouble) {
        var code = trouble.problem().code();
        if (most == 1 || !PASSING.contains(code)) throw trouble;
        if (code.equals(AWAY) && System.nanoTime() > deadline) throw trouble;
        if (code.equals(CONFLICT) && conflicts++ >= most) throw trouble;
        pause(conflicts, random);
      }
    }
  }

  private static void pause(int times, Random random) {
    var longest = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(times, 8));
    LockSupport.parkNanos(random.nextLong(1, longest + 1) * 1_000_000);
  }
}
