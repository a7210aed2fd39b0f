package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.opening;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import dev.kopilka.store.Schema;
import dev.kopilka.store.server.Login;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Links that are cut around a commit, servers that fall over, races that are lost: nothing is lost,
 * nothing is double, and the answer is true. {@code -Dkopilka.cuts=100} makes it the soak.
 */
class ServerTroubleTest {
  private static final int CUTS = Integer.getInteger("kopilka.cuts", 5);
  private static final String DAY = "2026-05-05";

  private static String through(Proxy proxy, String url) {
    return url.replaceFirst("localhost:[0-9]+", "localhost:" + proxy.port());
  }

  private static World world(String url) {
    var world = World.reopened(url, Rules.history(Rules.of(Rules.BASE)));
    world.enrol("M", "2025-01-01");
    return world;
  }

  @ParameterizedTest
  @EnumSource(value = Cut.class, names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void aLinkThatIsCutAroundACommitLosesAndDoublesNothing(Cut when) throws IOException {
    var url = Server.running().ledger();
    try (var proxy = new Proxy(Server.running().port());
        var world = world(through(proxy, url))) {
      world.all(opening("O", DAY, 1_000, "9999-12-31"));
      for (var i = 1; i <= CUTS; i++) {
        proxy.cut(when);
        var answer = world.answer(Ask.redeem("S-" + i, DAY, 2));
        assertTrue(proxy.hasCut());
        // Cut off before, it is recorded by the next attempt; cut off after, it is known by then.
        var expected = when == Cut.BEFORE_COMMIT ? Answer.Recorded.class : Answer.Repeated.class;
        assertEquals(expected, answer.getClass());
        assertEquals(1_000 - 2 * i, world.account().balance());
      }
      assertEquals(1 + CUTS, world.account().events());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
  }

  @Test
  void aServerThatFallsOverIsWaitedFor() {
    var url = Server.running().ledger();
    try (var world = world(url)) {
      world.all(opening("O", DAY, 1_000, "9999-12-31"));
      for (var i = 1; i <= CUTS; i++) {
        Server.running().run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database(url) + "'");
        var answer = world.answer(Ask.redeem("S-" + i, DAY, 2));
        assertEquals(Answer.Recorded.class, answer.getClass());
      }
      assertEquals(1_000 - 2 * CUTS, world.account().balance());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
  }

  private static String database(String url) {
    return url.replaceFirst(".*/([a-z0-9_]+)\\?.*", "$1");
  }

  /** Every third transaction that touches the ledger loses a race that nobody else is in. */
  @Test
  void underSerialisableTransactionsARaceThatIsLostIsRunAgain() {
    var url = Server.running().ledger();
    var name = database(url);
    Server.running().run("alter database " + name + " set default_transaction_isolation = 'serializable'");
    try (var world = world(url)) {
      world.write(
          unit -> {
            unit.run("create sequence luck");
            unit.run(
                """
                create function unlucky() returns trigger language plpgsql as $$
                begin
                  if nextval('luck') % 3 = 0 then raise exception 'injected' using errcode = '40001'; end if;
                  return null;
                end $$
                """);
            unit.run(
                "create trigger unlucky after insert on event for each statement execute function unlucky()");
            return true;
          });
      world.all(opening("O", DAY, 1_000, "9999-12-31"));
      for (var i = 1; i <= 30; i++) {
        assertEquals(Answer.Recorded.class, world.answer(Ask.redeem("S-" + i, DAY, 2)).getClass());
      }
      assertEquals(940, world.account().balance());
      assertEquals(31, world.account().events());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
  }

  @Test
  void eightMigratorsAtOnceHaveOneEffect() throws Exception {
    var url = Server.running().empty();
    var work = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < 8; i++) {
      work.add(
          () -> {
            try {
              Schema.create(url, Login.NONE);
              return true;
            } catch (Trouble.Storage thereAlready) {
              return false;
            }
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(work)) done.get();
    }
    try (var database = Database.open(url)) {
      List<String> versions =
          database.read(
              unit -> {
                var rows = new ArrayList<String>();
                try (var row = unit.query("select version from schema_history where success")) {
                  while (row.next()) rows.add(row.text(1));
                }
                return rows;
              });
      assertEquals(List.of("1"), versions);
    }
  }
}
