package dev.kopilka.ledger.naive;

import dev.kopilka.model.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random histories through the ledger and through the naive model. Another seed: {@code
 * -Dkopilka.seed=7}; more: {@code -Dkopilka.operations=1000000}.
 */
class ModelTest {
  private static final int LENGTH = 250;

  private final long seed = Long.getLong("kopilka.seed", 20260901);
  private final int operations = Integer.getInteger("kopilka.operations", 50_000);
  private final Map<EventKind, Integer> kinds = new ConcurrentSkipListMap<>();
  private final AtomicLong recorded = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  @Test
  void theLedgerDoesWhatTheNaiveModelDoes() {
    System.out.println("model test: seed " + seed + ", operations " + operations);
    var rounds = (operations + LENGTH - 1) / LENGTH;
    var failing =
        IntStream.range(0, rounds)
            .parallel()
            .filter(round -> failure(seed + round, ops(seed + round)).isPresent())
            .findFirst();
    System.out.println("model test: recorded " + recorded + ", not recorded " + refused);
    System.out.println("model test: recorded by kind " + kinds);
    if (failing.isPresent()) throw shrunk(seed + failing.getAsInt());
  }

  private static List<Op> ops(long seed) {
    return Histories.random(new Random(seed), LENGTH);
  }

  /** Nothing when both agree to the end. */
  private Optional<Throwable> failure(long seed, List<Op> ops) {
    var folder = Ramdisk.folder();
    var random = new Random(~seed);
    try (var duel = new Duel(folder, Programmes.random(random))) {
      for (var member : Histories.MEMBERS) duel.enrol(member, Histories.FIRST.minusDays(30));
      duel.run(ops, 1 + random.nextInt(8));
      duel.prove();
      duel.kinds.forEach((kind, times) -> kinds.merge(kind, times, Integer::sum));
      recorded.addAndGet(duel.recorded);
      refused.addAndGet(duel.refused);
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(e);
    } finally {
      Ramdisk.delete(folder);
    }
  }

  /** Leaves out whatever can be left out, larger pieces first, so that it still fails. */
  private AssertionError shrunk(long seed) {
    var left = new ArrayList<>(ops(seed));
    var failure = failure(seed, left);
    for (var piece = left.size() / 2; piece > 0; piece /= 2) {
      for (var at = left.size() - piece; at >= 0; at -= piece) {
        var fewer = new ArrayList<>(left.subList(0, at));
        fewer.addAll(left.subList(at + piece, left.size()));
        var still = failure(seed, fewer);
        if (still.isEmpty()) continue;
        left = fewer;
        failure = still;
        at = Math.min(at, left.size());
      }
    }
    var history = left.stream().map(Duel::shown).collect(Collectors.joining("\n  "));
    return new AssertionError("seed %d fails with\n  %s".formatted(seed, history), failure.orElseThrow());
  }
}
