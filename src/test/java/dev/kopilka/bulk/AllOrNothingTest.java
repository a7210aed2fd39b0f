package dev.kopilka.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.order.Scale;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.World;
import dev.kopilka.program.ProgrammeHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A strict import and a dry one are one transaction over a whole file. One that loses its link or a
 * race is run again as a whole, from the first row of the file on.
 */
class AllOrNothingTest {
  private static final int MEMBERS = 20;
  private static final int ROWS = 300;

  private static final ProgrammeHistory RULES =
      Rules.history(
          Rules.of("earn:\n  - { code: base, on: purchase, give: { points: 1, per: \"10.00\" } }\n"));

  private static final Scale IN_ORDER = new Scale(Long.MAX_VALUE, 60, 1, 0);
  private static final Scale BY_MEMBER = new Scale(2, 5, 7, 40);

  @TempDir Path folder;
  private String url;
  private World here;

  @BeforeEach
  void members() {
    url = Server.running().ledger();
    here = World.reopened(url, RULES);
    here.enrol(IntStream.range(0, MEMBERS).mapToObj(i -> "M" + i).toList(), "2029-01-01");
  }

  @AfterEach
  void close() {
    here.close();
  }

  /** Rows of which each hundredth, beginning with that one, is nobody's. */
  private Path file(int wrong) throws Exception {
    var rows = new ArrayList<String>();
    for (var i = 0; i < ROWS; i++) {
      var member = i % 100 == wrong ? "X" : "M" + i % MEMBERS;
      rows.add("P-%d,%s,2029-03-01,%d".formatted(i, member, 10 + i));
    }
    return new Sales(folder).file("all", "id,member,occurred_at,amount", rows);
  }

  private Path told() {
    return folder.resolve("told.csv");
  }

  private Tally imported(World world, Path file, boolean isStrict, Scale scale) {
    try (var table = Runs.table(file)) {
      var asked = Runs.plan(told(), table, !isStrict);
      var plan =
          new Plan(
              !isStrict, isStrict, asked.ceiling(), told(), asked.named(), asked.clock(), asked.words(),
              asked.watcher());
      var trade = Runs.trade(RULES, table, Integer.MAX_VALUE);
      return new Import<>(table, trade, plan, scale).run(world.database()).tally();
    }
  }

  /** What happens at so many of the moments at which it might before it happens. */
  @ParameterizedTest
  @CsvSource({"AMID,20", "AMID,60", "BEFORE_COMMIT,0", "AFTER_COMMIT,0"})
  void aStrictOneIsBookedOnceAndWhole(Cut when, int passing) throws Exception {
    strict(when, passing, IN_ORDER);
    here.close();
    members();
    strict(when, passing, BY_MEMBER);
  }

  private void strict(Cut when, int passing, Scale scale) throws Exception {
    try (var proxy = new Proxy(Server.running().port(), 1);
        var world = World.reopened(proxy.to(url), RULES)) {
      proxy.cut(when, passing);
      var tally = imported(world, file(ROWS), true, scale);
      assertEquals(1, proxy.stopCutting());
      assertEquals(List.of(300L, 300L, 0L, 0L), counts(tally));
    }
    assertEquals(List.of("" + ROWS), asked("select count(*) from event"));
    assertEquals(List.of("done"), asked("select state from import_run"));
    assertFalse(Files.exists(told()));
  }

  private static List<Long> counts(Tally tally) {
    return List.of(tally.read(), tally.accepted(), tally.duplicates(), tally.rejected());
  }

  private List<String> asked(String sql) {
    return here.database()
        .read(
            unit -> {
              var answers = new ArrayList<String>();
              try (var row = unit.query(sql)) {
                while (row.next()) answers.add(row.text(1));
              }
              return answers;
            });
  }

  @ParameterizedTest
  @CsvSource({"AMID,20", "AMID,60"})
  void aDryOneTellsEachWrongRowOnce(Cut when, int passing) throws Exception {
    for (var scale : List.of(IN_ORDER, BY_MEMBER)) {
      try (var proxy = new Proxy(Server.running().port(), 1);
          var world = World.reopened(proxy.to(url), RULES)) {
        proxy.cut(when, passing);
        var tally = imported(world, file(3), false, scale);
        assertEquals(1, proxy.stopCutting());
        assertEquals(List.of(300L, 297L, 0L, 3L), counts(tally));
      }
      var lines = Files.readAllLines(told());
      assertEquals(4, lines.size(), lines::toString);
      assertTrue(lines.get(3).contains("P-203"), lines::toString);
      assertEquals(List.of("0"), asked("select count(*) from event"));
    }
  }

  @Test
  void oneThatLosesARaceIsRunAgain() throws Exception {
    unlucky();
    var tally = imported(here, file(ROWS), true, IN_ORDER);
    assertEquals(List.of(300L, 300L, 0L, 0L), counts(tally));
    assertFalse(Files.exists(told()));
    assertEquals(List.of("" + ROWS), asked("select count(*) from event"));
    assertEquals(List.of("done"), asked("select state from import_run"));
  }

  /** The second batch of events loses a race that nobody else is in. */
  private void unlucky() {
    here.write(
        unit -> {
          unit.run("create sequence luck");
          unit.run(
              """
              create function unlucky() returns trigger language plpgsql as $$
              begin
                if nextval('luck') = 2 then raise exception 'injected' using errcode = '40001'; end if;
                return null;
              end $$
              """);
          unit.run("create trigger unlucky after insert on event for each statement execute function unlucky()");
          return true;
        });
  }
}
