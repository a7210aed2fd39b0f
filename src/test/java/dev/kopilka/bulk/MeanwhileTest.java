package dev.kopilka.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.order.Scale;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.home.Ledgers;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.program.ProgrammeHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large import knows most of its ids for new without asking; others may book some of them meanwhile. */
class MeanwhileTest {
  private static final ProgrammeHistory RULES =
      Rules.history(
          Rules.of("earn:\n  - { code: base, on: purchase, give: { points: 1, per: \"10.00\" } }\n"));

  private static final String HEADER = "id,member,occurred_at,amount";
  private static final int MEMBERS = 20;
  private static final int ROWS = 400;

  /** By helpers and a thread of their own, in several transactions. */
  private static final Scale LARGE = new Scale(2, 5, 7, 40);

  /** Row after row. */
  private static final Scale SMALL = new Scale(Long.MAX_VALUE, 1, 1, 0);

  @TempDir Path folder;

  /** The last members' last rows come last in either order. */
  private static String row(int i) {
    return "P-%d,M%d,2029-03-01,%d".formatted(i, i * MEMBERS / ROWS, 10 + i);
  }

  @Test
  void whatOthersBookedMeanwhileIsRepeatedAndNotLost() throws Exception {
    var sales = new Sales(folder);
    var file = sales.file("all", HEADER, IntStream.range(0, ROWS).mapToObj(MeanwhileTest::row).toList());
    var some = sales.file("some", HEADER, List.of(row(ROWS - 1), row(ROWS - 3)));
    try (var world = new World(folder, RULES);
        var other = World.reopened(Ledgers.at(folder.resolve("shop.db")), RULES)) {
      world.enrol(IntStream.range(0, MEMBERS).mapToObj(i -> "M" + i).toList(), "2029-01-01");
      var meanwhile = new ArrayList<Tally>();
      var tally = imported(world, file, () -> {
        if (meanwhile.isEmpty()) meanwhile.add(imported(other, some, () -> {}, SMALL));
      }, LARGE);
      assertEquals(List.of(2L, 0L), List.of(meanwhile.getFirst().accepted(), meanwhile.getFirst().duplicates()));
      assertEquals(
          List.of((long) ROWS, ROWS - 2L, 2L, 0L),
          List.of(tally.read(), tally.accepted(), tally.duplicates(), tally.rejected()));
      assertEquals(ROWS, Runs.dump(world, List.of("event")).size());
      assertEquals(ROWS, Runs.dump(world, List.of("event_key")).size());
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private Tally imported(World world, Path file, Step between, Scale scale) throws Exception {
    try (var table = Runs.table(file)) {
      var asked = Runs.plan(folder.resolve(file.getFileName() + ".rejects"), table, false);
      var plan =
          new Plan(
              false, false, asked.ceiling(), asked.rejects(), asked.named(), asked.clock(), asked.words(),
              new Between(between));
      var imported = new Import<>(table, Runs.trade(RULES, table, Integer.MAX_VALUE), plan, scale);
      var tally = imported.run(world.database()).tally();
      assertEquals(scale == LARGE, imported.isByMember());
      return tally;
    }
  }

  /** Does something whenever a transaction was committed. */
  private record Between(Step step) implements Plan.Watcher {
    @Override
    public void begins(Baton baton) {
      assertTrue(baton.run() > 0);
    }

    @Override
    public void at(long bytes, long rows) {
      try {
        step.run();
      } catch (Exception broken) {
        throw new AssertionError(broken);
      }
    }
  }
}
