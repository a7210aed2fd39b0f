package dev.kopilka.ledger.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random histories through the ledger and through the naive model. Another seed: {@code
 * -Dkopilka.seed=7}; more: {@code -Dkopilka.operations=1000000}.
 */
class ModelTest {
  private static final int LENGTH = 250;

  private final long seed = Long.getLong("kopilka.seed", 20260901);
  private final int operations = Integer.getInteger("kopilka.operations", 50_000);

  @Test
  void theLedgerDoesWhatTheNaiveModelDoes() {
    var recorded = 0;
    var refused = 0;
    System.out.println("model test: seed " + seed + ", operations " + operations);
    for (var round = 0; round * LENGTH < operations; round++) {
      var ops = Histories.random(new Random(seed + round), LENGTH);
      var failure = failure(seed + round, ops);
      if (failure != null) throw shrunk(seed + round, ops, failure);
      recorded += lastRecorded;
      refused += lastRefused;
    }
    System.out.println("model test: recorded " + recorded + ", not recorded " + refused);
  }

  private int lastRecorded;
  private int lastRefused;

  /** Null when both agree to the end. */
  private Throwable failure(long seed, List<Op> ops) {
    var folder = Ramdisk.folder();
    var random = new Random(~seed);
    try (var duel = new Duel(folder, Programmes.random(random))) {
      for (var member : Histories.MEMBERS) duel.enrol(member, Histories.FIRST.minusDays(30));
      duel.run(ops, 1 + random.nextInt(5));
      duel.prove();
      lastRecorded = duel.recorded;
      lastRefused = duel.refused;
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    } finally {
      Ramdisk.delete(folder);
    }
  }

  /** Leaves out whatever can be left out, larger pieces first, so that it still fails. */
  private AssertionError shrunk(long seed, List<Op> ops, Throwable first) {
    var left = new ArrayList<>(ops);
    var failure = first;
    for (var piece = left.size() / 2; piece > 0; piece /= 2) {
      for (var at = left.size() - piece; at >= 0; at -= piece) {
        var fewer = new ArrayList<>(left.subList(0, at));
        fewer.addAll(left.subList(at + piece, left.size()));
        var still = failure(seed, fewer);
        if (still == null) continue;
        left = fewer;
        failure = still;
        at = Math.min(at, left.size());
      }
    }
    var history = left.stream().map(Duel::shown).collect(Collectors.joining("\n  "));
    return new AssertionError("seed %d fails with\n  %s".formatted(seed, history), failure);
  }
}
