package dev.kopilka.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.order.Scale;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.program.ProgrammeHistory;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file booked member by member, in large transactions, makes the ledger that its rows make. */
class ByMemberTest {
  /** Every row in a transaction of its own, in the order of the file. */
  private static final Scale ROW_BY_ROW = new Scale(Long.MAX_VALUE, 1, 1, 0);

  /** Small enough for many slices a transaction and many transactions a file. */
  private static final Scale BY_MEMBER = new Scale(2, 5, 7, 60);

  private static final String EARN =
      """
      earn:
        - code: base
          on: purchase
          give: { points: 1, per: "10.00" }
          hold: P14D
          expire: { after: P3M }
          cap: { per_day: 60, per_month: 400 }
        - { code: alive, on: purchase, give: { percent: "2%" }, expire: { policy: inactivity, after: P2M } }
        - { code: top, on: purchase, give: { multiply: "2" }, when: { tier: [gold] } }
        - { code: visit, on: "activity:visit", give: { points: 7 }, cap: { per_week: 20, on_exceed: reject } }
      """;
  private static final String BUDGET =
      """
        - { code: campaign, on: purchase, give: { points: 9 }, budget: 200, valid: { from: %s, to: %s } }
      """;
  private static final String REST =
      """
      tiers:
        by: spend
        window: rolling P12M
        validity: P12M
        levels:
          - { code: silver, name: Silver, from: "0.00" }
          - { code: gold, name: Gold, from: "900.00" }
      activities: [{ code: visit, name: Visit }]
      rewards:
        - { code: cup, name: Cup, cost: 5 }
        - { code: mug, name: Mug, cost: 6, stock: 3 }
      """;
  @TempDir Path folder;
  private int worlds;

  private static ProgrammeHistory rules(String campaign) {
    return Rules.history(Rules.HEADED.with(EARN + campaign + REST));
  }

  /** What there is to compare of a run: the ledger, the counts, and the rejects by line. */
  private record Outcome(Object tally, List<String> ledger, List<String> rejects, boolean sorted) {}

  private Sales sales() {
    return new Sales(folder);
  }

  private Outcome run(ProgrammeHistory rules, List<Path> files, Scale scale, boolean dryRun)
      throws Exception {
    var home = Files.createDirectory(folder.resolve("world" + worlds++));
    try (var world = new World(home, rules)) {
      for (var i = 1; i <= 30; i++) world.enrol("M" + i * 7919 % 31, "2029-01-01");
      var tallies = new ArrayList<Object>();
      var rejects = new ArrayList<String>();
      var sorted = false;
      for (var file : files) {
        var told = home.resolve(file.getFileName() + ".rejects");
        var asked = new Table.Asked(Wish.NONE, Mapping.NONE, "", List.of(Kind.values()));
        var source = Source.of(file.toString(), InputStream.nullInputStream());
        try (var table = Table.open(source, asked)) {
          var plan = Runs.plan(told, table, dryRun);
          var imported = new Import<>(table, Runs.trade(rules, table, Integer.MAX_VALUE), plan, scale);
          tallies.add(imported.run(world.database()).tally());
          sorted |= imported.isByMember();
        }
        if (!Files.exists(told)) continue;
        var lines = Files.readAllLines(told);
        rejects.addAll(scale == ROW_BY_ROW ? byLine(lines) : lines);
      }
      return new Outcome(tallies, Runs.dump(world), rejects, sorted);
    }
  }

  /** Rows of a receipt whose lines stand apart are rejected together: sorted here to compare. */
  private static List<String> byLine(List<String> lines) {
    var rest = new ArrayList<>(lines.subList(1, lines.size()));
    rest.sort((one, other) -> Long.compare(line(one), line(other)));
    rest.addFirst(lines.getFirst());
    return rest;
  }

  private static long line(String row) {
    return Long.parseLong(row.substring(0, row.indexOf(',')));
  }

  @Test
  void whatWasLeftAmidIsContinuedInTheSameOrder() throws Exception {
    var files = sales().files(new Random(8), false).subList(1, 2);
    var whole = run(rules(""), files, BY_MEMBER, false);
    for (var slices : List.of(0, 5, 23, 40)) {
      var home = Files.createDirectory(folder.resolve("broken" + slices));
      var told = home.resolve("rejects");
      var part = new Runs.Part(rules(""), files.getFirst(), told, BY_MEMBER);
      try (var world = new World(home, rules(""))) {
        for (var i = 1; i <= 30; i++) world.enrol("M" + i * 7919 % 31, "2029-01-01");
        var broken = assertThrows(IllegalStateException.class, () -> Runs.part(world, part, slices));
        assertEquals("broken", broken.getMessage());
        // Who comes meanwhile changes nothing about the order of what is left.
        if (slices > 20) world.enrol("M31", "2029-01-01");
        Runs.part(world, part, Integer.MAX_VALUE);
        assertEquals(whole.ledger, Runs.dump(world), slices + " slices");
        assertEquals(whole.rejects, Files.readAllLines(told), slices + " slices");
      }
    }
  }

  @Test
  void theLedgerIsTheSameToTheLastHash() throws Exception {
    for (var seed = 1; seed <= 4; seed++) {
      var files = sales().files(new Random(seed), seed % 2 == 0);
      var one = run(rules(""), files, ROW_BY_ROW, false);
      var other = run(rules(""), files, BY_MEMBER, false);
      assertTrue(other.sorted && !one.sorted, "one of them goes member by member");
      assertEquals(one.tally, other.tally, "seed " + seed);
      assertEquals(one.ledger, other.ledger, "seed " + seed);
      assertEquals(one.rejects, other.rejects, "seed " + seed);
      assertTrue(one.rejects.size() > 30, () -> "only " + one.rejects.size() + " rows rejected");
    }
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws Exception {
    var files = sales().files(new Random(5), false).subList(1, 2);
    var real = run(rules(""), files, BY_MEMBER, false);
    var dry = run(rules(""), files, BY_MEMBER, true);
    assertEquals(real.tally, dry.tally);
    assertEquals(real.rejects, dry.rejects);
    assertTrue(real.ledger.size() > dry.ledger.size(), "a dry run writes nothing");
  }

  @Test
  void whereAllTakeFromOneBudgetTheFilesOrderDecides() throws Exception {
    var campaign = rules(BUDGET.formatted("2029-03-01", "2029-09-01"));
    var files = sales().files(new Random(6), false).subList(1, 2);
    var one = run(campaign, files, ROW_BY_ROW, false);
    var other = run(campaign, files, BY_MEMBER, false);
    assertTrue(!other.sorted, "a budget of these days is shared");
    assertEquals(one.ledger, other.ledger);
    assertEquals(one.rejects, other.rejects);
    // A campaign of other days changes nothing about these.
    var over = rules(BUDGET.formatted("2020-03-01", "2020-09-01"));
    assertTrue(run(over, files, BY_MEMBER, false).sorted);
  }

  @Test
  void anIdUnderTwoMembersIsTheFirstOnes() throws Exception {
    var rows = List.of("A,M9,2029-05-01,100", "B,M9,2029-05-01,100", " A,M1,2029-05-01,100", "C,M1,2029-05-02,5");
    var files = List.of(sales().file("twice", "id,member,occurred_at,amount", rows));
    var one = run(rules(""), files, ROW_BY_ROW, false);
    var other = run(rules(""), files, BY_MEMBER, false);
    assertEquals(one.ledger, other.ledger);
    assertEquals(one.rejects, other.rejects);
    assertEquals(2, one.rejects.size());
  }

  @Test
  void rewardsThatRunOutGoToWhoComesFirst() throws Exception {
    var gifts = new ArrayList<String>();
    for (var i = 30; i > 20; i--) gifts.add("G-" + i + ",M" + i + ",2029-05-01,mug");
    var files =
        List.of(
            sales().files(new Random(7), false).getFirst(),
            sales().file("gifts", "id,member,occurred_at,reward", gifts));
    var one = run(rules(""), files, ROW_BY_ROW, false);
    assertEquals(one.ledger, run(rules(""), files, BY_MEMBER, false).ledger);
    assertEquals("3", taken(one.ledger));
  }

  private static String taken(List<String> ledger) {
    var stock = ledger.stream().filter(row -> row.startsWith("stock")).toList();
    return stock.getFirst().replaceAll(".*[|,]|\\)", "");
  }
}
