package dev.kopilka.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.field.DecimalMark;
import dev.kopilka.bulk.form.Context;
import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.form.Forms;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.kind.Mapping;
import dev.kopilka.bulk.order.Scale;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.bulk.run.Ceiling;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.store.imports.RunRows.Named;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final List<String> TABLES =
      List.of(
          "event", "entry", "draw", "event_key", "account", "lot", "hold", "standing", "budget",
          "stock");

  @TempDir Path folder;
  private int worlds;

  private static ProgrammeHistory rules(String campaign) {
    return Rules.history(Rules.HEADED.with(EARN + campaign + REST));
  }

  /** What there is to compare of a run: the ledger, the counts, and the rejects by line. */
  private record Outcome(Object tally, List<String> ledger, List<String> rejects, boolean sorted) {}

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
          var plan = plan(told, table, dryRun);
          var imported = new Import<>(table, trade(rules, table), plan, scale);
          tallies.add(imported.run(world.database()).tally());
          sorted |= imported.isByMember();
        }
        if (!Files.exists(told)) continue;
        var lines = Files.readAllLines(told);
        rejects.addAll(scale == ROW_BY_ROW ? byLine(lines) : lines);
      }
      return new Outcome(tallies, dump(world), rejects, sorted);
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

  private static Plan plan(Path rejects, Table table, boolean dryRun) {
    var now = LocalDate.of(2030, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Plan(
        dryRun,
        false,
        Ceiling.NONE,
        rejects,
        new Named(table.binding().kind().word(), table.shownName(), "x", "anna"),
        Clock.fixed(now, ZoneOffset.UTC),
        Problem::code,
        new Plan.Watcher() {
          @Override
          public void begins(Baton baton) {}

          @Override
          public void at(long bytes, long rows) {}
        });
  }

  private static Trade<Request> trade(ProgrammeHistory rules, Table table) {
    var basics = Basics.of(rules.latest().orElseThrow().programme());
    return new Trade<>() {
      @Override
      public Form<Request> form(long at) {
        var now = Instant.ofEpochMilli(at);
        return Forms.events(table.binding(), new Context(basics, DecimalMark.AUTO, "", now));
      }

      @Override
      public Booking<Request> booking(long at) {
        return new LedgerBooking(rules, new Pen("anna", at, new Chain()));
      }
    };
  }

  private static List<String> dump(World world) {
    return world.database().read(unit -> {
      var rows = new ArrayList<String>();
      for (var table : TABLES) {
        var columns =
            "select group_concat('quote(' || name || ')', '||''|''||') from pragma_table_info('"
                + table + "')";
        try (var names = unit.query(columns)) {
          names.next();
          try (var row = unit.query("select " + names.text(1) + " from " + table)) {
            while (row.next()) rows.add(table + " " + row.text(1));
          }
        }
      }
      return rows;
    });
  }

  private Path file(String name, String header, List<String> rows) throws Exception {
    var file = folder.resolve(name + worlds + ".csv");
    return Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
  }

  private static String day(Random random) {
    return LocalDate.of(2029, 1, 2).plusDays(random.nextInt(370)).toString();
  }

  private static String member(Random random) {
    return "M" + random.nextInt(33);
  }

  private static List<String> purchases(Random random, boolean scattered) {
    var rows = new ArrayList<String>();
    for (var i = 0; i < 300; i++) {
      var member = member(random);
      var at = day(random);
      var lines = random.nextInt(4) == 0 ? 3 : 1;
      for (var line = 0; line < lines; line++) {
        var amount = random.nextInt(25) == 0 ? "x" : "" + random.nextInt(300);
        var paid = random.nextInt(6) == 0 && line == 0 ? "" + random.nextInt(20) : "";
        var whose = line > 0 && random.nextBoolean() ? "" : member;
        rows.add("P-" + i + "," + whose + "," + (line == 0 ? at : "") + "," + amount + ",c" + line + "," + paid);
      }
    }
    if (scattered) Collections.swap(rows, 3, rows.size() - 2);
    // The same once more is a repetition; the same with another amount is refused.
    rows.add("P-0 ," + rows.getFirst().split(",")[1] + ",2029-05-01,10,,");
    return rows;
  }

  private List<Path> files(Random random, boolean scattered) throws Exception {
    var balances = new ArrayList<String>();
    for (var i = 0; i < 31; i++) balances.add("O-" + i + ",M" + i + ",40,2029-01-02,2029-01-02,2029-12-01");
    var visits = new ArrayList<String>();
    for (var i = 0; i < 200; i++) visits.add("V-" + i % 190 + "," + "M" + i % 19 + "," + day(random) + ",visit");
    var spent = new ArrayList<String>();
    for (var i = 0; i < 120; i++) spent.add("S-" + i + "," + member(random) + "," + day(random) + "," + random.nextInt(9));
    return List.of(
        file("balances", "id,member,points,earned_at,active_from,expires_on", balances),
        file("purchases", "id,member,occurred_at,amount,category,points_paid", purchases(random, scattered)),
        file("visits", "id,member,occurred_at,activity", visits),
        file("spent", "id,member,occurred_at,points", spent));
  }

  @Test
  void theLedgerIsTheSameToTheLastHash() throws Exception {
    for (var seed = 1; seed <= 4; seed++) {
      var files = files(new Random(seed), seed % 2 == 0);
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
    var files = files(new Random(5), false).subList(1, 2);
    var real = run(rules(""), files, BY_MEMBER, false);
    var dry = run(rules(""), files, BY_MEMBER, true);
    assertEquals(real.tally, dry.tally);
    assertEquals(real.rejects, dry.rejects);
    assertTrue(real.ledger.size() > dry.ledger.size(), "a dry run writes nothing");
  }

  @Test
  void whereAllTakeFromOneBudgetTheFilesOrderDecides() throws Exception {
    var campaign = rules(BUDGET.formatted("2029-03-01", "2029-09-01"));
    var files = files(new Random(6), false).subList(1, 2);
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
    var files = List.of(file("twice", "id,member,occurred_at,amount", rows));
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
            files(new Random(7), false).getFirst(),
            file("gifts", "id,member,occurred_at,reward", gifts));
    var one = run(rules(""), files, ROW_BY_ROW, false);
    assertEquals(one.ledger, run(rules(""), files, BY_MEMBER, false).ledger);
    assertEquals("3", taken(one.ledger));
  }

  private static String taken(List<String> ledger) {
    var stock = ledger.stream().filter(row -> row.startsWith("stock")).toList();
    return stock.getFirst().replaceAll(".*\\|", "");
  }
}
