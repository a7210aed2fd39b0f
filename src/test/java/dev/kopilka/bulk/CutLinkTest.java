package dev.kopilka.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.bulk.order.Scale;
import dev.kopilka.bulk.run.Earlier;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Links of an import that are cut around its commits and amid its batches, whichever of its links it
 * is: ledger, counts, rejects and the record of runs come out as if nothing had happened. {@code
 * -Dkopilka.links=200} makes it the soak of the issue.
 */
class CutLinkTest {
  private static final int CUTS = Integer.getInteger("kopilka.links", 5);
  private static final long SEED = Long.getLong("kopilka.seed", 20261127);

  /** In the order of the file, some rows a transaction. */
  private static final Scale IN_ORDER = new Scale(Long.MAX_VALUE, 60, 1, 0);

  /** As a large file is booked: member by member, several slices a transaction. */
  private static final Scale LARGE = new Scale(2, 5, 20, 60);

  private static final ProgrammeHistory RULES =
      Rules.history(
          Rules.of(
              """
              earn:
                - { code: base, on: purchase, give: { points: 1, per: "10.00" }, expire: { after: P12M } }
                - { code: visit, on: "activity:visit", give: { points: 7 } }
              activities: [{ code: visit, name: Visit }]
              """));

  private static final List<String> TABLES =
      List.of("import_run", "event", "entry", "draw", "event_key", "account", "lot");

  @TempDir Path folder;

  /** Of what happens before the next cut, so much passes by at most. */
  private static int most(Cut when) {
    return when == Cut.AMID ? 2_000 : 3;
  }

  /** What there is to compare of an import of several files. */
  private record Told(List<Tally> tallies, List<String> rejects) {}

  @ParameterizedTest
  @EnumSource(Cut.class)
  void inTheOrderOfTheFile(Cut when) throws Exception {
    cutAgainAndAgain(when, IN_ORDER);
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void memberByMember(Cut when) throws Exception {
    cutAgainAndAgain(when, LARGE);
  }

  /** The first commit says that the run has begun. It is this one's all the same, not an earlier one's. */
  @Test
  void whoBeginsIsNotToldThatTheyGoOn() throws Exception {
    var file = new Sales(folder).files(new Random(SEED), false).getFirst();
    var taken = new ArrayList<Earlier.What>();
    try (var proxy = new Proxy(Server.running().port(), SEED);
        var world = World.reopened(proxy.to(ledger()), RULES);
        var table = Runs.table(file)) {
      proxy.cut(Cut.AFTER_COMMIT);
      var told = folder.resolve("rejects");
      var plan = Runs.plan(told, table, false, baton -> taken.add(baton.earlier().what()));
      new Import<>(table, Runs.trade(RULES, table, Integer.MAX_VALUE), plan).run(world.database());
      assertEquals(1, proxy.stopCutting());
    }
    assertEquals(List.of(Earlier.What.NONE), taken);
  }

  private void cutAgainAndAgain(Cut when, Scale scale) throws Exception {
    var files = new Sales(folder).files(new Random(SEED), false);
    var whole = ledger();
    Told unbroken;
    try (var world = World.reopened(whole, RULES)) {
      unbroken = imported(world, files, scale);
    }
    var cuts = 0;
    var beside = 0;
    for (var round = 0; cuts < CUTS; round++) {
      var seed = "seed " + (SEED + round);
      var url = ledger();
      try (var proxy = new Proxy(Server.running().port(), SEED + round);
          var world = World.reopened(proxy.to(url), RULES)) {
        proxy.keepCutting(when, most(when));
        assertEquals(unbroken, imported(world, files, scale), seed);
        cuts += proxy.stopCutting();
        beside += proxy.beside();
      }
      assertEquals(dump(whole), dump(url), seed);
      Server.running().drop(url);
    }
    var how = scale == LARGE ? "booked member by member" : "booked in the order of the file";
    System.out.println(
        cuts + " links of imports cut " + when + ", " + beside + " beside the one that commits, " + how
            + ", seed " + SEED);
  }

  /** A new ledger with its members in it. */
  private static String ledger() {
    var url = Server.running().ledger();
    try (var world = World.reopened(url, RULES)) {
      world.enrol(IntStream.range(0, 31).mapToObj(i -> "M" + i).toList(), "2029-01-01");
    }
    return url;
  }

  private Told imported(World world, List<Path> files, Scale scale) throws Exception {
    var home = Files.createTempDirectory(folder, "world");
    var tallies = new ArrayList<Tally>();
    var rejects = new ArrayList<String>();
    for (var file : files) {
      var told = home.resolve(file.getFileName() + ".rejects");
      var part = new Runs.Part(RULES, file, told, scale);
      tallies.add(Runs.part(world, part, Integer.MAX_VALUE).tally());
      if (Files.exists(told)) rejects.addAll(Files.readAllLines(told));
    }
    return new Told(tallies, rejects);
  }

  private static List<String> dump(String url) {
    try (var database = Database.open(url)) {
      return database.read(
          unit -> {
            var rows = new ArrayList<String>();
            for (var table : TABLES) {
              var all = "select cast(t as text) from " + table + " t order by 1";
              try (var row = unit.query(all)) {
                while (row.next()) rows.add(table + " " + row.text(1));
              }
            }
            return rows;
          });
    }
  }
}
