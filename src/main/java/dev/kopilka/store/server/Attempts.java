package dev.kopilka.store.server;

import dev.kopilka.model.value.Trouble;
import java.util.OptionalLong;
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
    // Two that met once would meet again and again if they waited alike.
    var random = new Random(System.nanoTime() ^ ProcessHandle.current().pid() << 32);
    var conflicts = 0;
    var awaySince = OptionalLong.empty();
    for (var tries = 1; ; tries++) {
      try {
        return work.get();
      } catch (Trouble.Storage trouble) {
        var code = trouble.problem().code();
        if (most == 1 || !PASSING.contains(code)) throw trouble;
        if (code.equals(CONFLICT) && ++conflicts >= most) throw trouble;
        // However long the work itself took: the server was there until now.
        if (code.equals(AWAY) && awaySince.isEmpty()) awaySince = OptionalLong.of(System.nanoTime());
        else if (code.equals(AWAY) && isTooLong(awaySince.getAsLong())) throw trouble;
        pause(tries, random);
      }
    }
  }

  private boolean isTooLong(long since) {
    return System.nanoTime() - since > patience * 1_000_000;
  }

  private static void pause(int times, Random random) {
    var longest = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(times, 8));
    LockSupport.parkNanos(random.nextLong(1, longest + 1) * 1_000_000);
  }
}
