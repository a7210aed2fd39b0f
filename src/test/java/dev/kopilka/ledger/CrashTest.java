package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.giveBack;
import static dev.kopilka.ledger.Ask.hold;
import static dev.kopilka.ledger.Ask.opening;
import static dev.kopilka.ledger.Ask.paying;
import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.redeem;
import static dev.kopilka.ledger.Ask.reverse;
import static dev.kopilka.ledger.Ask.reward;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.home.Ledgers;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.store.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The n-th row that would be written fails, for n = 1, 2, 3 … until none does. */
class CrashTest {
  private static final String DAY = "2026-05-05";
  private static final String RULES =
      """
      earn:
        - { code: base, on: purchase, give: { points: 1, per: "1.00" }, expire: { after: P1M } }
        - { code: few, on: purchase, give: { points: 5 }, budget: 100 }
      tiers:
        by: spend
        levels: [{ code: base, name: B, from: "0.00" }, { code: top, name: T, from: "90.00" }]
      rewards: [{ code: mug, name: Mug, cost: 4, stock: 3 }]
      """;
  private static final List<String> TABLES =
      List.of(
          "event", "entry", "draw", "event_key", "account", "lot", "hold", "standing", "budget",
          "stock");

  @TempDir Path folder;

  private static final List<Request> BATCH =
      List.of(
          paying(purchase("P-2", DAY, 60), 20),
          giveBack("R-1", DAY, "P-1"),
          hold("H-1", DAY, 10, "2026-06-01"),
          redeem("S-1", DAY, 10),
          reverse("V-1", DAY, "S-0"),
          reward("S-2", DAY, "mug"));

  /** Counts the rows that a transaction writes, and fails at the one that the countdown names. */
  private static void arm(Unit unit) {
    unit.run("create table countdown (rows integer not null)");
    unit.run("insert into countdown (rows) values (-1)");
    if (!Ledgers.areFiles()) {
      armServer(unit);
      return;
    }
    for (var table : TABLES) {
      for (var change : List.of("insert", "update", "delete")) {
        unit.run(
            """
            create trigger fuse_%s_%s before %s on %s begin
              update countdown set rows = rows - 1;
              select raise(abort, 'KOPILKA_FUSE') where (select rows from countdown) = 0;
            end
            """
                .formatted(table, change, change, table));
      }
    }
  }

  private static void armServer(Unit unit) {
    unit.run(
        """
        create function fuse() returns trigger language plpgsql as $$
        begin
          update countdown set rows = rows - 1;
          if (select rows from countdown) = 0 then raise exception 'KOPILKA_FUSE'; end if;
          return coalesce(new, old);
        end $$
        """);
    for (var table : TABLES) {
      unit.run(
          "create trigger fuse before insert or update or delete on %s for each row execute function fuse()"
              .formatted(table));
    }
  }

  @Test
  void afterAFailureAtAnyRowTheLedgerIsWhatItWas() {
    try (var world = new World(folder, Rules.of(RULES))) {
      world.all(
          opening("O", DAY, 100, "9999-12-31"), purchase("P-1", DAY, 50), reward("S-0", DAY, "mug"));
      world.write(
          unit -> {
            arm(unit);
            return true;
          });
      var before = dump(world);
      var failures = 0;
      while (fails(world, failures + 1)) {
        failures++;
        assertEquals(before, dump(world), "after a failure at row " + failures);
      }
      assertTrue(failures > 30, () -> "the batch writes more than thirty rows");
      var answers = world.post(BATCH);
      for (var answer : answers) assertTrue(answer instanceof Answer.Repeated, answer.toString());
      Proof.of(world, Rules.history(Rules.of(RULES)), 1);
    }
  }

  private static boolean fails(World world, int row) {
    world.write(
        unit -> {
          unit.run("update countdown set rows = " + row);
          return true;
        });
    try {
      world.post(BATCH);
      return false;
    } catch (IllegalStateException fuse) {
      assertTrue(fuse.getMessage().contains("KOPILKA_FUSE"), fuse.getMessage());
      return true;
    }
  }

  /** Every row of every table of the ledger, as text. */
  private static List<String> dump(World world) {
    return world
        .database()
        .read(
            unit -> {
              var rows = new ArrayList<String>();
              for (var table : TABLES) {
                try (var row = unit.query(Ledgers.rowsOf(unit, table))) {
                  while (row.next()) rows.add(table + " " + row.text(1));
                }
              }
              return rows;
            });
  }

  @Test
  void aFailureOfTheWorkItselfRollsBack() {
    try (var world = new World(folder, Rules.of(RULES))) {
      assertThrows(
          UnsupportedOperationException.class,
          () ->
              world.write(
                  unit -> {
                    new Posting(unit, Rules.history(Rules.of(RULES)), world.pen())
                        .post(List.of(purchase("P", DAY, 50)));
                    throw new UnsupportedOperationException();
                  }));
      assertEquals(0, world.account().events());
    }
  }
}
